"""Which of a student's files are graded: one module an exercise, and their notebooks."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from grader.cohort.intake.items import Item, Remark
from grader.cohort.intake.shapes import Piece
from grader.course.file import Course, Exercise
from grader.course.stubs import StubError, pristine_stub
from grader.source.regular_files import MAX_SOURCE
from grader.submission.names import exercise_meant

# what learners were given beside the exercises, and what nobody takes for work
_GIVEN = re.compile(
    r"(?i)readme.*|license.*|pyproject\.toml|course\.toml|requirements.*\.txt|ex\d\d_\w+\.md|conftest\.py|setup\.py|__init__\.py"
)
_LONGEST_STEM = 200  # bytes of UTF-8; a name may have 255, with its ending and a number
_NO_FILE = {"link": "a link, which is not followed", "special": "no plain file"}


@dataclass(frozen=True)
class Chosen:
    """A file that is graded: the item, and the name that it has then."""

    item: Item
    name: str


@dataclass(frozen=True)
class _Candidate:
    """A file that may be an exercise's module; the larger its rank, the better."""

    piece: Piece
    is_work: bool

    @property
    def rank(self) -> tuple[tuple[int, ...], bool, int, float]:
        item = self.piece.item
        return self.piece.attempt, self.is_work, -len(item.parts), item.modified


_REASONS = ("it was handed in last", "the other is the stub as it was given", "it lies further up", "it was saved last")


def choose(course: Course, pieces: Sequence[Piece]) -> tuple[tuple[Chosen, ...], tuple[str, ...], list[Remark]]:
    """Return the files that are graded, sentences about choices among them, and what was left out with the reason."""
    modules: dict[str, list[_Candidate]] = {}
    notebooks: dict[str, list[Piece]] = {}
    unused: list[Remark] = []
    for piece in sorted(pieces, key=lambda piece: piece.item.parts):
        item = piece.item
        if item.kind == "mark":
            continue
        stem, ending = PurePath(item.name).stem, PurePath(item.name).suffix
        exercise = exercise_meant(course, stem)
        if item.kind != "file" and not (exercise is not None and ending == ".py") and ending != ".ipynb":
            unused.append(Remark(piece.path, _NO_FILE[item.kind]))
        elif ending.lower() == ".ipynb":
            name = f"{exercise.name if exercise is not None else _short(stem)}.ipynb"
            notebooks.setdefault(name, []).append(piece)
        elif ending.lower() == ".py" and exercise is not None:
            modules.setdefault(exercise.name, []).append(_Candidate(piece, _is_work(course, exercise, item)))
        elif not _GIVEN.fullmatch(item.name):
            unused.append(Remark(piece.path, _why_unused(course, stem, ending)))
    notes: list[str] = []
    files: list[Chosen] = []
    for exercise in course.exercises:
        candidates = sorted(modules.get(exercise.name, ()), key=lambda one: one.rank, reverse=True)
        if candidates:
            files.append(Chosen(candidates[0].piece.item, f"{exercise.name}.py"))
            notes += _notes(exercise, candidates)
    for name, same in notebooks.items():
        same.sort(key=lambda piece: (piece.attempt, -len(piece.item.parts), piece.item.modified), reverse=True)
        if same[0].attempt:
            same = same[:1]  # each resubmission takes the place of the one before
        files += [Chosen(piece.item, _numbered(name, number)) for number, piece in enumerate(same)]
    return tuple(files), tuple(notes), unused


def _is_work(course: Course, exercise: Exercise, item: Item) -> bool:
    """Whether a module is more than the stub that learners were given."""
    if item.kind != "file":
        return False
    try:
        given = pristine_stub(course, exercise)
        return b"".join(item.read(MAX_SOURCE).split()) != b"".join(given.encode().split())
    except (StubError, OSError):
        return True


def _notes(exercise: Exercise, candidates: list[_Candidate]) -> list[str]:
    best, *others = candidates
    item = best.piece.item
    notes = []
    if item.name != f"{exercise.name}.py":
        notes.append(f"{exercise.name}: {item.name} is taken for it.")
    for other in others:
        differs = [one != two for one, two in zip(best.rank, other.rank, strict=True)]
        why = _REASONS[differs.index(True)] if any(differs) else "its name comes first"
        notes.append(f"{exercise.name}: {best.piece.path} counts and {other.piece.path} does not: {why}.")
    return notes


def _why_unused(course: Course, stem: str, ending: str) -> str:
    if ending.lower() != ".py":
        return "neither a module nor a notebook"
    near = difflib.get_close_matches(stem.lower(), [exercise.name for exercise in course.exercises], 1, 0.75)
    return "no exercise has this name" + (f"; is it meant to be {near[0]}.py?" if near else "")


def _short(stem: str) -> str:
    """The stem as far as a file system takes it: in an archive a name may be longer."""
    return stem.encode()[:_LONGEST_STEM].decode("utf-8", "ignore")


def _numbered(name: str, number: int) -> str:
    return name if number == 0 else f"{PurePath(name).stem} ({number + 1}){PurePath(name).suffix}"
