"""What the sizes of a shape count: (5, 3) is 5 samples, 3 outputs. course.toml says (n, k), and what n and k count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.frames import Array, Call, Raised
from grader.messages import _
from grader.source import Source

Shape = tuple[int, ...]
_PRODUCT = re.compile(r"mat1 and mat2 shapes cannot be multiplied \(\d+x(\d+) and (\d+)x\d+\)")
_ENTRIES = re.compile(r"The size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\)")
_EXCEPTIONS = ("RuntimeError", "ValueError", "IndexError")
_ABOUT_SHAPES = re.compile(r"shape|size|dimension|stack expects|broadcast|mat1|mat2")


@dataclass(frozen=True)
class Shapes:
    """The letters of an exercise's shapes, and what they count.

    Attributes:
        letters: by the name of an argument or a piece of a result ("result" for the whole of it), like ("n", "k").
        counted: by letter, how one of them is called and how many are, like ("sample", "samples").
    """

    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def in_words(self, name: str, shape: Shape) -> str:
        """What this shape of `name` counts, "5 samples, 3 outputs"; empty where that is not known or does not fit."""
        letters = self.letters.get(name, ())
        if not letters or len(letters) != len(shape):
            return ""
        return ", ".join(
            f"{size} {self.counted[letter][size != 1]}" for letter, size in zip(letters, shape, strict=True)
        )

    def difference(self, name: str, found: Shape, right: Shape) -> str:
        """One sentence on a wrong shape: both, and which size is which."""
        should = self.in_words(name, right) if right else _("a single number")
        if not should:
            return _("The shape is {found}, not {shape}.").format(found=found, shape=right)
        is_ = self.in_words(name, found) if found else _("a single number")
        if len(found) > 1 and found == right[::-1]:
            said = _("The shape is {found}, the right sizes in the wrong order; it should be {right}: {should}.")
        elif is_:
            said = _("The shape is {found}: {is_}; it should be {right}: {should}.")
        else:
            said = _("The shape is {found}; it should be {right}: {should}.")
        return said.format(found=found, right=right, is_=is_, should=should)

    def explain(self, raised: Raised, call: Call, source: Source) -> str:
        """What an exception about shapes is about, and what the arguments' sizes count; empty for other exceptions."""
        if raised.exception not in _EXCEPTIONS or not _ABOUT_SHAPES.search(raised.message):
            return ""
        lines = [*filter(None, [rule_behind(raised.message)])]
        for name, argument in zip(source.parameters(call.function), call.arguments, strict=False):
            words = self.in_words(name, argument.shape) if isinstance(argument, Array) else ""
            if words and isinstance(argument, Array):
                lines.append(
                    _("{name} has the shape {shape}: {words}.").format(name=name, shape=argument.shape, words=words)
                )
        return "\n".join(lines)


def rule_behind(message: str) -> str:
    """The rule that an exception of torch's says was broken, in one sentence; empty where it is another one."""
    if found := _PRODUCT.search(message):
        said = _("A matrix product needs as many columns on its left as rows on its right; here they are {a} and {b}.")
    elif found := _ENTRIES.search(message):
        said = _("Entry by entry, two sizes must be equal, or one of them 1; here they are {a} and {b}.")
    else:
        return ""
    return said.format(a=found[1], b=found[2])
