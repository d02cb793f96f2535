"""Right work that a learner's test calls wrong: what the failing line is about, and what the call showed of that.

A result is only a part of what a test may look at. Which part it was is read off the failing line, word by word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from grader.messages import _
from grader.pipe.frames import Array, Call, Returned, TupleValue, Value
from grader.testing import render
from grader.testing.implementations import Reply
from grader.testing.values import to_value

About = Literal["values", "printed", "grad", "flags"]

_MOST_OF_A_LINE = 300  # characters that the patterns see
_GRAD = re.compile(r"\.grad\b(?!\s*\()")  # not torch.autograd.grad(…)
_FLAGS = re.compile(r"\b(requires_grad|is_leaf|grad_fn)\b(?!\s*=[^=])")  # not the argument requires_grad=True
_PRINTED = re.compile(r"print|stdout|getvalue|startswith|endswith|splitlines|\bloss = |\b(line|lines|log|logs|out)\b")
_EXACT = re.compile(r"[=!]=|\b(equal|array_equal)\s*\(")


@dataclass(frozen=True)
class FalseAlarm:
    """The call after which a test failed, though the reply is right.

    Attributes:
        call: with the arguments as they were before it.
        reply: what a right implementation did.
        line: the learner's own line that failed; "" if it is not known.
    """

    call: Call
    reply: Reply
    line: str

    @property
    def about(self) -> About:
        """What the failing line looks at, as far as its words tell."""
        line = self.line[:_MOST_OF_A_LINE]
        if _GRAD.search(line):
            return "grad"
        if _FLAGS.search(line):
            return "flags"
        return "printed" if _PRINTED.search(line) else "values"

    @property
    def is_exact(self) -> bool:
        """Whether the failing line compares without a tolerance."""
        return _EXACT.search(self.line[:_MOST_OF_A_LINE]) is not None

    def observed(self, names: list[str]) -> list[str]:
        """Say what the call did besides returning numbers: what was printed, changed in place, or asked about.

        Args:
            names: what the arguments are called.
        """
        reply = self.reply
        if not isinstance(reply, Returned):
            return []
        sentences = []
        changed = [
            _("{name} was {before} and is {after} after the call").format(
                name=name, before=render.value(before, flags=False), after=render.value(after, flags=False)
            )
            for name, before, after in zip(names, self.call.arguments, reply.arguments, strict=False)
            if isinstance(before, Array) and isinstance(after, Array) and before.data != after.data
        ]
        if changed and self.about == "values":
            sentences.append(
                _("This implementation changed the given tensors: {changes}.").format(changes="; ".join(changed))
            )
        if self.about == "grad" and self.call.then is None:
            arguments = zip(names, reply.arguments, strict=False)
            known = [(name, one) for name, one in (*arguments, *_results(reply)) if isinstance(one, Array)]
            facts = [f"{name}.grad = {_grad(one)}" for name, one in known if one.requires_grad and one.is_leaf]
            sentences += [_("After the call: {facts}.").format(facts=", ".join(facts))] if facts else []
        if self.about == "grad" and reply.observed is not None:
            gradients = ((name, reply.observed.gradients.get(str(at))) for at, name in enumerate(names))
            facts = [f"{name}.grad = {render.value(one)}" for name, one in gradients if one is not None]
            sentences += (
                [_("What result.backward() alone brings: {facts}.").format(facts=", ".join(facts))] if facts else []
            )
        if self.about == "flags":
            facts = [
                f"{name}.requires_grad = {one.requires_grad}, {name}.is_leaf = {one.is_leaf}"
                for name, one in _results(reply)
            ]
            sentences += [_("Of what came back: {facts}.").format(facts=", ".join(facts))] if facts else []
        return sentences

    def printed(self) -> str:
        """What the call printed, as a list of lines; "" if it printed nothing and the line does not ask."""
        lines = self.reply.printed.text.splitlines()
        return f"printed = {render.value(to_value(lines))}" if lines or self.about == "printed" else ""


def _results(reply: Returned) -> Iterator[tuple[str, Array]]:
    value: Value = reply.results[-1]
    if isinstance(value, Array):
        yield "result", value
    if isinstance(value, TupleValue):
        for number, item in enumerate(value.items):
            if isinstance(item, Array):
                yield f"result[{number}]", item


def _grad(array: Array) -> str:
    return "None" if array.grad is None else render.value(array.grad)
