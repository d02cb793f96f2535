"""What a test may demand of one piece of an answer: a tensor with these numbers, floats, flags."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from grader.messages import _, capital
from grader.pipe.frames import Array, ListValue, ModuleValue, Value
from grader.result.evidence import Aspect, Kind
from grader.result.relations import Relation
from grader.testing import render
from grader.testing.answer import Part
from grader.testing.compare import no_difference, relation, remark, rounding
from grader.testing.failure import Failed
from grader.testing.fit import predictions_of
from grader.testing.values import Floats, numbers_of


class Expectation:
    """Demands on one piece of an answer; each raises Failed."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def equals(
        self,
        expected: Floats | Sequence[object] | float,
        within: Floats | float | None = None,
        dtype: str | None = "usual",
    ) -> None:
        """Demand a tensor, or a NumPy array where the exercise is about these, of this shape, dtype and these numbers.

        Args:
            expected: the right numbers, float64.
            within: absolute tolerance, per entry; by default eight float32 roundings of the largest number.
            dtype: of the tensor; "usual" for float32 tensors and float64 arrays, None to leave it to another test.
        """
        right = np.asarray(expected, dtype=np.float64)
        tolerance = rounding(float(np.max(np.abs(right), initial=0.0))) if within is None else within
        if dtype == "usual":
            dtype = "float64" if self._part.answer.as_numpy else "float32"
        if self._is_close(right, tolerance, dtype):
            self._part.answer.relations.add(self._subject, no_difference(right))
            return
        # what follows is only about words, and takes longer than the comparison
        maker = render.maker_of(self._part.answer.as_numpy)
        start = f"{self._part.name} = {maker}" if self._part.name else maker
        wanted = f"{start}{render.numbers(right, len(start))})"
        if self._part.array.shape != right.shape:  # so nothing can be said about factors or offsets elsewhere either
            self._part.answer.relations.add(self._subject, Relation(None, None))
        self.has_shape(right.shape, wanted)
        returned = self._part.numbers
        close = np.abs(returned - right) <= tolerance
        if dtype is not None:
            self._has_dtype(dtype, wanted, also="" if close.all() else _("The numbers are not the right ones either."))
        raise self._wrong_numbers(returned, right, close, wanted)

    def _is_close(self, right: Floats, tolerance: Floats | float, dtype: str | None) -> bool:
        array = self._part.array
        if array.shape != right.shape or dtype not in (None, array.dtype):
            return False
        # written so that NaN, which compares false with everything, is never close
        return bool((np.abs(self._part.numbers - right) <= tolerance).all())

    def _wrong_numbers(self, returned: Floats, right: Floats, close: NDArray[np.bool_], wanted: str) -> Failed:
        found = relation(returned, right)
        self._part.answer.relations.add(self._subject, found)
        finite = bool(np.isfinite(returned).all())
        message = "" if finite else _("There are numbers that are not finite (nan or inf).")
        evidence = self._part.failed("mismatch", wanted, message).evidence
        fit = predictions_of(self._part, right) if right.ndim else None
        return Failed(replace(evidence, remark=remark(self._subject, found, right, close) if finite else None, fit=fit))

    @property
    def _subject(self) -> str:
        return f"{self._part.answer.call.function} {self._part.name}"

    def has_shape(self, shape: tuple[int, ...], wanted: str = "") -> None:
        """Demand a tensor of this shape."""
        if self._part.array.shape != shape:
            expected = wanted or _("shape {shape}").format(shape=shape)
            raise self._part.failed("mismatch", expected, self._part.difference_in_shape(shape))

    def has_dtype(self, dtype: str, wanted: str = "") -> None:
        """Demand a tensor of this dtype, like "float32"."""
        self._has_dtype(dtype, wanted)

    def _has_dtype(self, dtype: str, wanted: str, also: str = "") -> None:
        found = self._part.array.dtype
        if found != dtype:
            of = "np" if self._part.answer.as_numpy else "torch"
            message = _("The dtype is {found}, not {dtype}.").format(found=f"{of}.{found}", dtype=f"{of}.{dtype}")
            raise self._part.failed("mismatch", wanted or f"{of}.{dtype}", f"{message} {also}".rstrip())

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

    def is_number(self, expected: float, within: float = 0.0) -> None:
        """Demand one number, Python's or NumPy's, within an absolute tolerance."""
        number = _number(self._part.value)
        wanted = render.number(expected) if isinstance(expected, float) else str(expected)
        if number is None:
            message = _("{label} is {kind}, not a number.")
            message = message.format(label=capital(self._part.label), kind=render.kind(self._part.value))
            raise self._part.failed("contract", wanted, message)
        if not abs(number - expected) <= within:
            right = np.array(expected, dtype=np.float64)
            raise self._wrong_numbers(np.array(number, dtype=np.float64), right, np.array(False), wanted)

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
                message = _("Item {at} is {kind}, not a Python float.").format(at=at, kind=render.kind(item))
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
        """Demand a leaf: a tensor that is not the result of recorded operations. A claim."""
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
            _("{label} requires grad.").format(label=label),
            aspect="requires_grad",
        )

    def has_clean_grad(self) -> None:
        """Demand that `.grad` is None or all zero. A claim."""
        grad = self._part.array.grad
        known = None if grad is None else numbers_of(grad)
        self.that(
            grad is None or (known is not None and not np.any(known)),
            _("{label}.grad is None or zero").format(label=self._part.label),
            _("{label}.grad still holds {grad}.").format(
                label=self._part.label, grad=render.numbers(known) if known is not None else "?"
            ),
            aspect="grad",
        )

    def is_module(self, kind: str) -> None:
        """Demand an instance of this class of `torch.nn`, as "Linear". A claim: judge what it predicts as well."""
        self.that(
            isinstance(self._part.value, ModuleValue) and kind in self._part.value.kinds,
            f"nn.{kind}",
            _("{label} is not an nn.{kind}.").format(label=capital(self._part.label), kind=kind),
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


def _number(value: Value) -> float | None:
    """The value of a number of Python's or NumPy's; None if it is not a number."""
    if isinstance(value, Array) and value.is_numpy and not value.shape:
        known = numbers_of(value)
        return None if known is None or known.dtype == bool else float(known.item())
    return None if isinstance(value, bool) or not isinstance(value, int | float) else float(value)
