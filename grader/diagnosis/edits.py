"""Changes to a right program: the mistakes of an exercise as small edits of it, one alone or two together.

A course writes them down in `tests/edits/exNN_name.toml`: a right program, and what learners do in place of its pieces.
An edit may leave a number open; what stands in the learner's own code is tried for it, and some usual numbers.
"""

import ast
import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

from grader.course.catalogue import Misconception, ProofError
from grader.messages import _, translated
from grader.source.facts import Parsed
from grader.source.module import Source
from grader.source.style import style_of

_HOLE = "NUMBER"  # in a change; "{number}" in what is said

_Change = tuple[tuple[str, str], ...]


class Edit(Struct, frozen=True, forbid_unknown_fields=True):
    """A mistake, as a change to the right program.

    Attributes:
        name: of the mistake; words joined by underscores.
        change: what is replaced, which stands in the program exactly once, and by what; several places may belong
            together. Where the new text begins or ends with the old one, the old one is left to other edits.
        ways: further changes that are the same mistake and give other numbers.
        words: only where the learner's code has one of these is the edit tried: names that it calls, reads, sets or
            gives as keywords or keys, kinds of statements and operators, and facts as "assigns 0" (see
            `grader.source.style`).
        says: the diagnosis, one sentence.
        advice: what to look at.
        vague: the diagnosis where several numbers give the learner's answers; without it nothing is said then.
        beside: the diagnosis where another mistake is told beside it, if `says` may then not be true.
        means: the known wrong answer that has the same cause and lends its words, instead of `says` and `advice`.
        same_as: known wrong answers that have the same cause in other words, so that neither is another one's name.
        numbers: what to try for an open number, beside the numbers in the learner's code.
        between: the least and the largest number that is tried.
        number: what stands in the open place; not for the file.
    """

    name: str
    change: _Change
    ways: tuple[_Change, ...] = ()
    words: tuple[str, ...] = ()
    says: str = ""
    advice: str = ""
    vague: str = ""
    beside: str = ""
    means: str = ""
    same_as: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
    between: tuple[float, float] = (-math.inf, math.inf)
    number: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether a number is left open."""
        return any(_HOLE in new for _old, new in self.change)

    def with_number(self, number: float) -> "Edit":
        """The edit with this number in the open place."""
        written = repr(int(number) if float(number).is_integer() else number)  # range and round want whole ones
        change = tuple((old, new.replace(_HOLE, written)) for old, new in self.change)
        says = translated(self.says).format(number=f"{number:g}")
        return msgspec.structs.replace(self, change=change, says=says, number=number)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    program: str
    edits: tuple[Edit, ...] = msgspec.field(name="edit", default=())
    variants: tuple[_Change, ...] = ()  # other right ways that give other numbers, as changes


@dataclass(frozen=True)
class Candidate:
    """A wrong program and what is said of it."""

    edits: tuple[Edit, ...]
    misconception: Misconception

    def with_any_number(self) -> "Candidate | None":
        """The same, said without the open numbers; None where that has no words."""
        words = [translated(edit.says if edit.number is None else edit.vague) for edit in self.edits]
        if not all(words):
            return None
        says = words[0] if len(words) == 1 else _two(words[0], words[1])
        return Candidate(self.edits, replace(self.misconception, diagnosis=says))

    @cached_property
    def style(self) -> frozenset[str]:
        """How the program is written."""
        return frozenset(style_of(ast.parse(self.misconception.source.code)))


class EditedPrograms:
    """The edits of one exercise, and the programs that they make.

    Args:
        name: of the exercise.
        file: what the course wrote down.
        known: the known wrong answers by name, for the words of those that an edit means.
    """

    def __init__(self, name: str, file: _File, known: Mapping[str, Misconception]) -> None:
        self._name = name
        self._known = known
        self.edits = tuple(way for edit in file.edits for way in _in_every_way(self._worded(edit)))
        self.programs = [file.program, *filter(None, (edited(file.program, change) for change in file.variants))]
        self._candidates: dict[tuple[str, tuple[Edit, ...]], Candidate | None] = {}

    def right(self, program: str) -> Source:
        """One of the programs, as it is."""
        return Source(self._name, f"{self._name}.py", program.encode(), Parsed(program))

    def alone(
        self, numbers: Sequence[float], programs: Sequence[str] = (), words: Set[str] = frozenset()
    ) -> Iterator[Candidate]:
        """A right program with one edit, and then the next one.

        Args:
            numbers: to be tried for open ones, beside the usual ones.
            programs: that are edited; by default all.
            words: of the learner's code.
        """
        for program in programs or self.programs:
            for edit in self.filled(numbers, words):
                candidate = self.candidate(program, (edit,))
                if candidate is not None:
                    yield candidate

    def filled(self, numbers: Sequence[float], words: Set[str] = frozenset()) -> Iterator[Edit]:
        """The edits that these words allow, first those that they speak of; one with an open number for each number."""
        spoken_of = [edit for edit in self.edits if not words.isdisjoint(edit.words)]
        for edit in (*spoken_of, *(edit for edit in self.edits if not edit.words)):
            if edit.is_open:
                least, largest = edit.between
                tried = dict.fromkeys(one for one in (*numbers, *edit.numbers) if least <= one <= largest)
                yield from map(edit.with_number, tried)
            else:
                yield edit

    def candidate(self, program: str, edits: tuple[Edit, ...]) -> Candidate | None:
        """The program with these edits; None where they do not fit together."""
        key = program, edits
        if key not in self._candidates:
            self._candidates[key] = self._made(program, edits)
        return self._candidates[key]

    def _made(self, program: str, edits: tuple[Edit, ...]) -> Candidate | None:
        text = edited(program, tuple(change for edit in edits for change in edit.change))
        if text is None:
            return None
        # read when more has to be known of it: most are asked once, and give other answers than the learner's
        source = Source(self._name, f"{self._name}.py", text.encode(), Parsed(text))
        name = "+".join(edit.name for edit in edits)
        causes = [cause for edit in edits for cause in (*edit.same_as, edit.means)]
        same = tuple(self._known[cause] for cause in causes if cause in self._known)
        says, advice = edits[0].says, edits[0].advice
        if len(edits) > 1:
            first, second = (translated(edit.beside or edit.says) for edit in edits)
            says = _two(first, second)
            advice = " ".join(translated(edit.advice) for edit in edits)
        return Candidate(edits, Misconception(name, source, says, advice, frozenset(), same))

    def _worded(self, edit: Edit) -> Edit:
        if not edit.means or edit.says:
            return edit
        known = self._known.get(edit.means)
        # left out of the catalogue for a proof, it has no words
        return edit if known is None else msgspec.structs.replace(edit, says=known.diagnosis, advice=known.advice)


def _in_every_way(edit: Edit) -> Iterator[Edit]:
    for change in (edit.change, *edit.ways):
        yield msgspec.structs.replace(edit, change=change, ways=())


def read_edits(path: Path, name: str, known: Mapping[str, Misconception]) -> EditedPrograms:
    """Read the edits of an exercise; an exercise without a file has none. Raises ProofError."""
    if not path.is_file():
        return EditedPrograms(name, _File(""), known)
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except msgspec.ValidationError as error:
        raise ProofError(f"{path}: {error}") from None
    return EditedPrograms(name, file, known)


def _two(first: str, second: str) -> str:
    return _("There are two mistakes. {first} {second}").format(first=first, second=second)


# ---- changing a text ----


def edited(program: str, changes: tuple[tuple[str, str], ...]) -> str | None:
    """The program with the changes made; None if a piece does not stand there exactly once, or two changes overlap."""
    spans = []
    for place, (old, new) in enumerate(changes):
        if program.count(old) != 1:
            return None
        start = program.index(old)
        end = start + len(old)
        if not old.startswith(" "):  # in the middle of a line; whole lines bring their own indentation
            new = new.replace("\n", "\n" + _indentation(program, start))
        if new.startswith(old):
            start, new = end, new.removeprefix(old)
        elif new.endswith(old):
            end, new = start, new.removesuffix(old)
        spans.append((start, end, place, new))
    spans.sort()
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        return None
    for start, end, _place, new in reversed(spans):
        program = program[:start] + new + program[end:]
    return program


def _indentation(program: str, at: int) -> str:
    line = program[program.rfind("\n", 0, at) + 1 : at]
    return line[: len(line) - len(line.lstrip(" "))]
