"""What a call returned, as data, and the pieces of it."""

import re
from dataclasses import dataclass, field, replace

import msgspec
import numpy as np

from grader.messages import _, capital
from grader.pipe.frames import (
    Apply,
    Array,
    Backward,
    Call,
    ModuleValue,
    Observed,
    Pullback,
    Returned,
    Step,
    TupleValue,
    Value,
)
from grader.result.evidence import Aspect, Evidence, Kind
from grader.result.relations import Relations
from grader.source.module import Source
from grader.testing import render
from grader.testing.code_slips import certain_slip_sentence, slip_sentence
from grader.testing.failure import Failed
from grader.testing.shapes import Shapes
from grader.testing.torch_errors import is_about_our_call, meaning
from grader.testing.uncalled import uncalled_sentence
from grader.testing.values import Floats, numbers_of
from grader.testing.worker_words import in_words


@dataclass(frozen=True)
class Answer:
    """What a call returned, as data: nothing in it runs the learner's code.

    `as_numpy` says whether the exercise is about NumPy's arrays, and not torch's tensors.
    """

    call: Call
    reply: Returned
    source: Source
    shapes: Shapes = field(default_factory=Shapes)
    as_numpy: bool = False
    relations: Relations = field(default_factory=Relations)

    @property
    def result(self) -> "Part":
        """The whole result (of the last call, where there were several)."""
        return Part(self, "", self.reply.results[-1])

    def nth(self, index: int) -> "Answer":
        """The answer as if only the call number `index` (from 0) of a repeated one had been made."""
        one = msgspec.structs.replace(self.reply, results=(self.reply.results[index],))
        return replace(self, reply=one)

    def parts(self, *names: str) -> "tuple[Part, ...]":
        """The items of a result that is a tuple of this many; fails the test if it is not."""
        result = self.result.value
        if not isinstance(result, TupleValue) or len(result.items) != len(names):
            sentence = _("The result is not a tuple of {count}.").format(count=len(names))
            raise self.failed("contract", self.result, f"({', '.join(names)})", sentence)
        return tuple(Part(self, name, item) for name, item in zip(names, result.items, strict=True))

    @property
    def printed(self) -> str:
        """What the call printed (the beginning of it). A claim."""
        return self.reply.printed.text

    @property
    def observed(self) -> Observed:
        """What the call's `then` saw."""
        assert self.reply.observed is not None, "the call had no `then`"
        return self.reply.observed

    def observed_value(self, name: str) -> "Part":
        """The value that `then` produced; fails the test if it could not be done."""
        self._require_use(name)
        return Part(self, name, self.observed.value)

    def argument(self, index: int, name: str) -> "Part":
        """The argument at this position as it was after the call and its `then`, which must have been possible."""
        if self.reply.observed is not None:
            self._require_use(_("a result that can be used like this"))
        return Part(self, name, self.reply.arguments[index])

    def _require_use(self, expected: str) -> None:
        if self.observed.problem is not None:
            sentence = _("Using the result failed: {problem}").format(
                problem=in_words(render.one_line(render.first_sentence(self.observed.problem)))
            )
            sentence = f"{sentence}\n{meaning(self.observed.problem)}".rstrip()
            if is_about_our_call(self.observed.problem):
                sentence = meaning(self.observed.problem)
            raise self.failed("contract", self.result, expected, sentence)

    def gradient(self, source: str, name: str) -> "Part":
        """The gradient that `then` pulled back to `source` ("0" is the first argument, "input 1", "weight")."""
        found = self.observed.gradients.get(source)
        then = self.call.then
        if found is None and isinstance(then, Pullback) and self.result.array.shape != then.cotangent.shape:
            should = _("shape {shape}").format(shape=then.cotangent.shape)
            raise self.result.failed("mismatch", should, self.result.difference_in_shape(then.cotangent.shape))
        if found is None:
            sentence = _("No gradient reaches {name}: the result is cut off from it.").format(name=name)
            raise self.failed("contract", self.result, _("a result through which gradients flow"), sentence)
        return Part(self, _("the gradient that reaches {name}").format(name=name), found, key=name)

    def stored_gradient(self, at: int, name: str) -> "Part":
        """What `then`, a `Backward`, has left in the .grad of the result's part number `at`; fails the test if nothing.

        A number, where the flags of a leaf that requires grad are no more than a claim.
        """
        if self.observed.problem is None:
            found = self.observed.gradients.get(str(at))
            if found is not None:
                return Part(self, f"{name}.grad", found, key=name)
        expected = _("a gradient in {name}.grad").format(name=name)
        sentence = _("After backward() from a loss that is made of {name} there is nothing in {name}.grad.")
        raise self.failed("contract", self.result, expected, sentence.format(name=name), "leaf")

    @property
    def _line(self) -> int | None:
        """The line of the learner's file where the called function is defined."""
        return self.source.line_of(self.call.function)

    def failed(self, kind: Kind, part: "Part", expected: str, message: str, aspect: Aspect = "values") -> Failed:
        """The failure of this call, ready to be raised."""
        start = f"{part.name} = " if part.name else ""
        returned = start + render.value(part.value, len(start), flags=False)
        called = render.call(self.call, self.source) + _use(self.call.then)
        slip = slip_sentence(self.source, self.call.function, returns_none=part.value is None)
        certain = certain_slip_sentence(self.source, self.call.function)
        if what := uncalled_sentence(part.value):
            message = "" if certain else what
        return Failed(
            Evidence(
                kind,
                called,
                returned,
                expected,
                message,
                aspect=aspect,
                line=self._line,
                slip=slip,
                certain_slip=certain,
                request=self.call,
            )
        )


def _use(then: Pullback | Apply | Step | Backward | None) -> str:
    """The lines that say how the result was used after the call."""
    lines: list[str] = []
    match then:
        case Pullback(cotangent):
            lines.append(_backward("result", cotangent))
        case Apply(inputs, path, cotangent):
            if then.overwrite_arguments:
                lines.append(_("then other numbers are written into the tensors of the call, and"))
            start = f"result{''.join(f'[{i}]' for i in path)}("
            shown = [render.value(value, len(start)) for value in inputs]
            lines.append(start + f",\n{' ' * len(start)}".join(shown) + ")")
            if cotangent is not None:
                lines.append(_backward("", cotangent))
        case Backward(factors):
            shown = [render.value(factor, len("loss = (")) for factor in factors]
            pieces = [f"({factor} * result[{at}] ** 2).sum()" for at, factor in enumerate(shown)]
            lines += [f"loss = {' + '.join(pieces)}", "loss.backward()"]
        case Step(path, gradients, factors):
            once = _("then each parameter's .grad is set and a step is made:")
            often = _(
                "then each parameter's .grad is set and a step is made, with {factors} times these gradients in turn:"
            )
            again = _("then each parameter's .grad is set once, and {count} steps are made:")
            if len(factors) == 1:
                lines.append(once)
            elif len(set(factors)) == 1:
                lines.append(again.format(count=len(factors)))
            else:
                lines.append(often.format(factors=", ".join(f"{factor:g}" for factor in factors)))
            lines += [f".grad = {render.value(gradient, 8)}" for gradient in gradients]
            lines.append(f"result{''.join(f'[{i}]' for i in path)}.step()")
    return "".join(f"\n{line}" for line in lines)


def _backward(of: str, cotangent: Array) -> str:
    """The line that pulls a gradient back: a scalar needs no number of its own."""
    start = f"{of}.backward("
    return start + (render.value(cotangent, len(start)) if cotangent.shape else "") + ")"


@dataclass(frozen=True)
class Part:
    """A piece of an answer, with the name that reports give it ("" for the whole result).

    `key` is what course.toml calls it, where that is another name.
    """

    answer: Answer
    name: str
    value: Value
    key: str = ""

    @property
    def label(self) -> str:
        """The piece's name as the subject of a sentence."""
        return self.name or _("the result")

    @property
    def array(self) -> Array:
        """The piece as a tensor, or as the NumPy array that the exercise is about; fails the test if it is none."""
        numpy = self.answer.as_numpy
        known = isinstance(self.value, Array) and self.value.is_numpy == numpy and numbers_of(self.value) is not None
        if not isinstance(self.value, Array) or not known:
            raise self.failed("contract", _("a NumPy array") if numpy else _("a tensor"), self._no_array())
        return self.value

    @property
    def numbers(self) -> Floats:
        """The numbers of a tensor or array in float64; fails the test if the piece is none."""
        known = numbers_of(self.array)
        assert known is not None
        return known.astype(np.float64)

    def _no_array(self) -> str:
        sentence = _("{label} is {kind}, not a tensor.")
        if isinstance(self.value, Array) and numbers_of(self.value) is None:  # complex ones, say
            sentence = _("{label} holds no ordinary numbers.")
        elif self.answer.as_numpy:
            sentence = _("{label} is {kind}, not a NumPy array.")
        elif isinstance(self.value, Array) and self.value.is_numpy:
            sentence = _("{label} is {kind}: return the tensor itself.")
        return sentence.format(label=capital(self.label), kind=render.kind(self.value))

    def parameter(self, name: str) -> "Part":
        """A module's parameter ("weight", "0.bias") as PyTorch keeps it; fails the test if there is none."""
        path = re.sub(r"\.(\d+)", r"[\1]", f".{name}")  # as Python writes it: model[0].bias
        shown = f"{self.name}{path}".removeprefix(".")
        if not isinstance(self.value, ModuleValue):
            sentence = _("{label} is not an nn.Module.").format(label=capital(self.label))
            raise self.failed("contract", _("a module with the parameter {name}").format(name=shown), sentence)
        if name not in self.value.parameters:
            sentence = _("{label} has no parameter {name}.").format(label=capital(self.label), name=shown)
            raise self.failed("contract", _("a module with the parameter {name}").format(name=shown), sentence)
        return Part(self.answer, shown, self.value.parameters[name], key=f"{self.key or self.name or 'result'}.{name}")

    def difference_in_shape(self, right: tuple[int, ...]) -> str:
        """One sentence on a shape that should be `right`."""
        return self.answer.shapes.difference(self.key or self.name or "result", self.array.shape, right)

    def failed(self, kind: Kind, expected: str, message: str, aspect: Aspect = "values") -> Failed:
        """The failure of this piece, ready to be raised."""
        return self.answer.failed(kind, self, expected, message, aspect)
