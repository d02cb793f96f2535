"""What a test may demand of an answer. One place writes every failure: call, returned, expected, one sentence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import overload

import numpy as np

from grader.frames import Array, ListValue, ModuleValue, TupleValue, Value
from grader.messages import _, capital
from grader.rules import Use, autograd_uses, uses_of
from grader.source import Source, quote_span
from grader.testing import render
from grader.testing.answer import Answer, Part
from grader.testing.compare import difference, rounding
from grader.testing.failure import Aspect, Evidence, Failed, Kind
from grader.testing.fit import predictions_of
from grader.testing.learner import Learner
from grader.testing.values import Floats, numbers_of, same


class Expectation:
    """Demands on one piece of an answer; each raises Failed."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def equals(
        self,
        expected: Floats | Sequence[object] | float,
        within: Floats | float | None = None,
        dtype: str | None = "float32",
    ) -> None:
        """Demand a tensor of this shape, dtype and these numbers.

        Args:
            expected: the right numbers, float64.
            within: absolute tolerance, per entry; by default eight float32 roundings of the largest number.
            dtype: of the tensor; None to leave it to another test.
        """
        right = np.asarray(expected, dtype=np.float64)
        tolerance = rounding(float(np.max(np.abs(right), initial=0.0))) if within is None else within
        if self._is_close(right, tolerance, dtype):
            return
        # from here on the words, which take longer than the comparison
        start = f"{self._part.name} = torch.tensor(" if self._part.name else "torch.tensor("
        wanted = f"{start}{render.numbers(right, len(start))})"
        self.has_shape(right.shape, wanted)
        if dtype is not None:
            self.has_dtype(dtype, wanted)
        returned = self._part.numbers
        close = np.abs(returned - right) <= tolerance
        failed = self._part.failed("mismatch", wanted, difference(returned, right, close))
        raise Failed(replace(failed.evidence, fit=predictions_of(self._part, right)))

    def _is_close(self, right: Floats, tolerance: Floats | float, dtype: str | None) -> bool:
        array = self._part.array
        if array.shape != right.shape or dtype not in (None, array.dtype):
            return False
        # written so that NaN, which compares false with everything, is never close
        return bool((np.abs(self._part.numbers - right) <= tolerance).all())

    def has_shape(self, shape: tuple[int, ...], wanted: str = "") -> None:
        """Demand a tensor of this shape."""
        if self._part.array.shape != shape:
            expected = wanted or _("shape {shape}").format(shape=shape)
            raise self._part.failed("mismatch", expected, self._part.difference_in_shape(shape))

    def has_dtype(self, dtype: str, wanted: str = "") -> None:
        """Demand a tensor of this dtype, like "float32"."""
        found = self._part.array.dtype
        if found != dtype:
            message = _("The dtype is torch.{found}, not torch.{dtype}.").format(found=found, dtype=dtype)
            raise self._part.failed("mismatch", wanted or f"torch.{dtype}", message)

    def is_floats(self, expected: Sequence[float], within: Floats | float) -> None:
        """Demand a list of exactly these Python floats, within an absolute tolerance (per entry)."""
        right = np.asarray(expected, dtype=np.float64)
        wanted = f"[{', '.join(render.number(float(x)) for x in right[:12])}{', …' if len(right) > 12 else ''}]"
        wanted = f"{self._part.name} = {wanted}" if self._part.name else wanted
        returned = self.floats(len(right), wanted)
        close = np.abs(returned - right) <= within
        if not close.all():
            at = int(np.argmin(close))
            message = _("Item {at} is {found}, but should be {right}.").format(
                at=at, found=render.number(returned[at]), right=render.number(right[at])
            )
            raise self._part.failed("mismatch", wanted, message)

    def floats(self, count: int, wanted: str | None = None) -> Floats:
        """Demand a list of `count` Python floats, and return them."""
        wanted = wanted if wanted is not None else _("a list of {count} floats").format(count=count)
        value = self._part.value
        label = self._part.label
        if not isinstance(value, ListValue):
            raise self._part.failed("contract", wanted, _("{label} is not a list.").format(label=capital(label)))
        if len(value.items) != count:
            one, several = _("{label} has 1 item, not {count}."), _("{label} has {found} items, not {count}.")
            message = one if len(value.items) == 1 else several
            message = message.format(label=capital(label), found=len(value.items), count=count)
            raise self._part.failed("mismatch", wanted, message)
        for at, item in enumerate(value.items):
            if not isinstance(item, float):
                message = _("Item {at} is {kind}, not a Python float.").format(at=at, kind=_kind(item))
                raise self._part.failed("contract", wanted, message)
        return np.asarray(value.items, dtype=np.float64)

    def requires_grad(self) -> None:
        """Demand a tensor that requires grad. A claim, so it can only fail a task."""
        label = capital(self._part.label)
        self.that(
            self._part.array.requires_grad,
            _("a tensor that requires grad"),
            _("{label} does not require grad, so nothing can be learned from it.").format(label=label),
            aspect="requires_grad",
        )

    def is_leaf(self) -> None:
        """Demand a leaf: a tensor that is no result of recorded operations. A claim."""
        label = capital(self._part.label)
        self.that(
            self._part.array.is_leaf,
            _("a leaf tensor"),
            _("{label} is the result of a recorded operation, not a leaf, so backward() stores no .grad in it.").format(
                label=label
            ),
            aspect="leaf",
        )

    def tracks_no_gradients(self) -> None:
        """Demand a tensor that does not require grad. A claim."""
        label = capital(self._part.label)
        self.that(
            not self._part.array.requires_grad,
            _("a tensor that does not require grad"),
            _("{label} still tracks gradients.").format(label=label),
            aspect="requires_grad",
        )

    def has_clean_grad(self) -> None:
        """Demand that `.grad` is None or all zero. A claim."""
        grad = self._part.array.grad
        known = None if grad is None else numbers_of(grad)
        label = capital(self._part.label)
        self.that(
            grad is None or (known is not None and not np.any(known)),
            _("{label}.grad is None or zero").format(label=self._part.label),
            _("{label}.grad still holds {grad}.").format(
                label=label, grad=render.numbers(known) if known is not None else "?"
            ),
            aspect="grad",
        )

    def is_linear(self) -> None:
        """Demand an `nn.Linear`, or an instance of a subclass. A claim: judge what it predicts as well."""
        self.that(
            isinstance(self._part.value, ModuleValue) and self._part.value.is_linear,
            "nn.Linear",
            _("{label} is not an nn.Linear.").format(label=capital(self._part.label)),
            kind="contract",
        )

    def that(
        self,
        condition: bool,
        expected: str,
        message: str,
        kind: Kind = "mismatch",
        aspect: Aspect = "values",
    ) -> None:
        """Demand anything: fails with `expected` and `message` unless the condition holds."""
        if not condition:
            raise self._part.failed(kind, expected, message, aspect)


class AnswerExpectation(Expectation):
    """Demands on a whole answer: its result, and what the call left behind."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.result)
        self._answer = answer

    def kept_its_inputs(self, but: tuple[int, ...] = ()) -> None:
        """Demand that the arguments (except those at the positions `but`) are what they were. A claim."""
        for at, (before, after) in enumerate(
            zip(self._answer.call.arguments, self._answer.reply.arguments, strict=True)
        ):
            if at not in but and not _kept(before, after):
                names = self._answer.source.parameters(self._answer.call.function)
                name = names[at] if at < len(names) else _("argument {n}").format(n=at + 1)
                afterwards = _("{name} afterwards: {value}").format(name=name, value=render.value(after))
                said = _("The call changed its input {name}.").format(name=name)
                raise self._left(afterwards, _("{name} as it was").format(name=name), said, "inputs")

    def left_torch_as_it_was(self, but: tuple[Aspect, ...] = ()) -> None:
        """Demand that the call neither seeded torch nor changed the default dtype or grad mode. A claim.

        Args:
            but: of "seed", "dtype" and "grad_mode" those that are another task's matter.
        """
        reply = self._answer.reply
        afterwards = _("{name} afterwards: {value}")
        if reply.reseeded and "seed" not in but:
            said = _("The call seeds torch's global generator. Draw from it, but leave the seed to whoever calls.")
            found = afterwards.format(name="torch.initial_seed()", value=_("another seed"))
            raise self._left(found, _("the seed that was set before the call"), said, "seed")
        if reply.default_dtype != "float32" and "dtype" not in but:
            dtype = render.one_line(reply.default_dtype)
            said = _("The call changes torch's default dtype to {dtype}.").format(dtype=dtype)
            found = afterwards.format(name="torch.get_default_dtype()", value=f"torch.{dtype}")
            raise self._left(found, "torch.float32", said, "dtype")
        before = self._answer.call.recording
        if reply.grad_enabled != before and "grad_mode" not in but:
            said = _("Gradient recording was off before the call, and the call leaves it on.")
            if before:
                said = _("The call switches gradient recording off and does not switch it on again.")
            found = afterwards.format(name="torch.is_grad_enabled()", value=reply.grad_enabled)
            raise self._left(found, str(before), said, "grad_mode")

    def _left(self, afterwards: str, expected: str, message: str, aspect: Aspect) -> Failed:
        """The failure of a call that left something behind, whatever it returned."""
        called = render.call(self._answer.call, self._answer.source)
        return Failed(Evidence("contract", called, afterwards, expected, message, aspect=aspect))


class SourceExpectation:
    """Demands on how a module is written, read from its syntax tree by the judge."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def uses_nothing_from(self, *packages: str, functions: tuple[str, ...]) -> None:
        """Demand that `functions`, with all helpers that they mention, use nothing under these packages."""
        for use in uses_of(self._source, functions, packages):
            raise self._broken(use, _("{name} does this step for you; here you write it yourself."))

    def uses_no_autograd(self, *, functions: tuple[str, ...]) -> None:
        """Demand that `functions`, with all helpers that they mention, compute no gradient automatically."""
        for use in autograd_uses(self._source, functions):
            raise self._broken(use, _("{name} computes gradients for you; here you write the formula."))

    def _broken(self, use: Use, message: str) -> Failed:
        if use.is_vague:
            message = _("{name} stands for too many things in this file to be followed. Give each its own name.")
        message = message.format(name=use.name)
        where = f"{self._source.place(use.line)}:"
        quoted = quote_span(self._source, use.line, use.column, use.end_column)
        expected = _("plain tensor operations only")
        return Failed(
            Evidence("rule", f"{where}\n{quoted}", "", expected, message, line=self._source.own_line(use.line))
        )


def _kept(before: Value, after: Value) -> bool:
    if isinstance(before, Array) and isinstance(after, Array):
        return same(before, after) and before.requires_grad == after.requires_grad
    return not isinstance(before, Array | ListValue) or same(before, after)


def _kind(item: Value) -> str:
    match item:
        case None:
            return "None"
        case Array():
            return _("a tensor")
        case ListValue():
            return _("a list")
        case TupleValue():
            return _("a tuple")
    name = getattr(item, "class_name", type(item).__name__)
    return (_("an {name}") if name[:1] in "aeiou" else _("a {name}")).format(name=render.one_line(name))


@overload
def expect(what: Answer) -> AnswerExpectation: ...
@overload
def expect(what: Part) -> Expectation: ...
@overload
def expect(what: Learner) -> SourceExpectation: ...


def expect(what: Answer | Part | Learner) -> Expectation | SourceExpectation:
    """Return the demands that can be made on an answer, on a part of it, or on how the learner's module is written."""
    match what:
        case Answer():
            return AnswerExpectation(what)
        case Part():
            return Expectation(what)
        case Learner():
            return SourceExpectation(what._session.source)
