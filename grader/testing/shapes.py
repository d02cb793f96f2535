"""The meaning of a shape's sizes: (5, 3) is 5 samples, 3 outputs. course.toml says (n, k), and what n and k count."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.messages import _
from grader.pipe.frames import Array, Call, Raised
from grader.source.module import Source

Shape = tuple[int, ...]
_EXCEPTIONS = ("RuntimeError", "ValueError", "IndexError")
_ABOUT_SHAPES = re.compile(r"shape|size|dimension|stack expects|broadcast|mat1|mat2")


@dataclass(frozen=True)
class Shapes:
    """The letters of an exercise's shapes, and what they count.

    Attributes:
        letters: by the name of an argument or a piece of a result ("result" for the whole of it), like ("n", "k").
        counted: by letter, its singular and plural, like ("sample", "samples").
    """

    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def in_words(self, name: str, shape: Shape) -> str:
        """What this shape of `name` counts, "5 samples, 3 outputs"; empty where that is not known or does not fit."""
        letters = self.letters.get(name, ())
        if not letters or len(letters) != len(shape):
            return ""
        count = _("{size} {things}")
        return ", ".join(
            count.format(size=size, things=self.counted[letter][size != 1])
            for letter, size in zip(letters, shape, strict=True)
        )

    def difference(self, name: str, found: Shape, right: Shape) -> str:
        """One sentence on a wrong shape: both, and which size is which."""
        should = self.in_words(name, right) if right else _("a single number")
        if not should:
            return _("The shape is {found}, not {shape}.").format(found=found, shape=right)
        is_ = self.in_words(name, found) if found else _("a single number")
        if len(found) > 1 and found == right[::-1]:
            sentence = _("The shape is {found}, the right sizes in the wrong order; it should be {right}: {should}.")
        elif is_:
            sentence = _("The shape is {found}: {is_}; it should be {right}: {should}.")
        else:
            sentence = _("The shape is {found}; it should be {right}: {should}.")
        return sentence.format(found=found, right=right, is_=is_, should=should)

    def of_arguments(self, raised: Raised, call: Call, source: Source) -> list[str]:
        """What the arguments' sizes count, one sentence each, if an exception is about shapes."""
        if raised.exception not in _EXCEPTIONS or not _ABOUT_SHAPES.search(raised.message):
            return []
        sentence = _("{name} has the shape {shape}: {words}.")
        found = []
        for name, argument in zip(source.parameters(call.function), call.arguments, strict=False):
            if isinstance(argument, Array) and (words := self.in_words(name, argument.shape)):
                found.append(sentence.format(name=name, shape=argument.shape, words=words))
        return found
