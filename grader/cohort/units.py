"""The unit of work: one exercise module of one submission, and the key that its result is stored under."""

import hashlib
import importlib.metadata
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from grader.course.catalogue import MISCONCEPTIONS, edits_path
from grader.course.file import Course, Exercise
from grader.course.translation import catalogues
from grader.messages import language
from grader.package import PACKAGE
from grader.result.disclosure import Detail
from grader.source.facts import Parsed
from grader.source.module import Source, SourceProblem
from grader.source.place import Origins
from grader.submission.finding import Submission

Isolation = Literal["best", "required", "off"]

# the rooms that a result does not depend on: what reads submissions has done its work before, reports come after
_NO_MATTER = (
    *("cli", "cohort", "report", "session", "proof", "bundle", "hosts", "notebook", "drawing"),
    *("submission", "reader"),
)
_PACKAGES = ("torch", "numpy", "hypothesis", "pytest", "msgspec")


class Unit(Struct, frozen=True):
    """One exercise of one submission, as it is graded: the module's bytes, or why there are none.

    Attributes:
        exercise: its name.
        filename: what reports call the file.
        content: the module; None where it could not be read.
        facts: what the reader says of the module; None where there is none to judge.
        origins: for a module from a notebook, where its lines come from.
        problem: why there is nothing to judge, in words for the learner; "" if there is.
        line: the line of the learner's file that the problem is in.
    """

    exercise: str
    filename: str = ""
    content: bytes | None = None
    facts: Parsed | None = None
    origins: tuple[Origins, ...] = ()
    problem: str = ""
    line: int | None = None


@dataclass(frozen=True)
class Settings:
    """How a class is graded; what of it decides about results is part of their keys.

    Attributes:
        salt: what examples are drawn from; None for the course's own.
        feedback: what documents may show of hidden tests.
        isolation: what holds the work.
        language: of the sentences in documents.
    """

    salt: str | None = None
    feedback: Detail = "full"
    isolation: Isolation = "required"
    language: str = "en"


def units_of(submission: Submission, course: Course) -> tuple[Unit, ...]:
    """The units of a submission, in the course's order."""
    sources = [(exercise.name, submission.sources.get(exercise.name)) for exercise in course.exercises]
    return tuple(_unit(name, source) for name, source in sources if source is not None)


def _unit(name: str, source: Source | SourceProblem) -> Unit:
    if isinstance(source, SourceProblem):
        return Unit(name, content=source.content, problem=source.message, line=source.line)
    return Unit(name, source.filename, source.content, source.facts, source.origins)


def source_of(unit: Unit) -> Source | SourceProblem:
    """The module of a unit."""
    if unit.content is None or unit.facts is None:
        return SourceProblem(unit.problem, unit.line, unit.content)
    return Source(unit.exercise, unit.filename, unit.content, unit.facts, unit.origins)


def content_digest(unit: Unit) -> str:
    """What tells units apart: SHA-256 of all that is known of one."""
    return hashlib.sha256(msgspec.msgpack.encode(unit)).hexdigest()


def key_of(digest: str, fingerprint: str) -> str:
    """The key of a unit's result.

    Args:
        digest: of the unit.
        fingerprint: of its exercise, see `fingerprints`.
    """
    return hashlib.sha256(f"{digest}\0{fingerprint}".encode()).hexdigest()


def fingerprints(course: Course, settings: Settings) -> dict[str, str]:
    """For each exercise, the SHA-256 of what else its results depend on.

    These are its tests, the files that tests import, its known wrong answers, edits and solution, what course.toml says
    of it, the limits, the grader's code, the versions of what runs, and the settings.
    """
    common = hashlib.sha256()
    for text in (
        *(course.name, course.version, repr(course.limits), repr(sorted(course.sizes.items()))),
        *(settings.salt or course.salt, settings.feedback, settings.isolation, settings.language),
        *versions().values(),
    ):
        common.update(text.encode() + b"\0")
    _add_files(common, PACKAGE, (path for path in PACKAGE.rglob("*.p[yo]") if _matters(path)))
    _add_files(common, course.root, filter(Path.is_file, catalogues(course, settings.language).values()))
    tests = course.root / "tests"
    helpers = [*tests.glob("*.py"), *(path for stage in ("public", "hidden") for path in (tests / stage).rglob("*.py"))]
    _add_files(common, course.root, (path for path in helpers if not path.name.startswith("test_")))
    return {exercise.name: _fingerprint(course, exercise, common.copy()) for exercise in course.exercises}


def versions() -> dict[str, str]:
    """The versions of Python and of what grades with it here."""
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in _PACKAGES}}


def grader_digest() -> str:
    """The SHA-256 of the grader's code that results depend on: two machines with the same one grade alike."""
    digest = hashlib.sha256()
    _add_files(digest, PACKAGE, (path for path in PACKAGE.rglob("*.p[yo]") if _matters(path)))
    return digest.hexdigest()


def feedback_digest(course: Course) -> str:
    """The SHA-256 of what reports are made with: their code and templates, and the course's titles and hints."""
    digest = hashlib.sha256()
    _add_files(digest, PACKAGE, filter(Path.is_file, (PACKAGE / "report").rglob("*.[phc]*")))
    _add_files(digest, course.root, [course.root / "exercises" / "course.toml"])
    _add_files(digest, course.root, filter(Path.is_file, catalogues(course, language()).values()))
    return digest.hexdigest()


def _matters(path: Path) -> bool:
    return path.relative_to(PACKAGE).parts[0] not in _NO_MATTER


def _fingerprint(course: Course, exercise: Exercise, digest: "hashlib._Hash") -> str:
    digest.update(msgspec.msgpack.encode(exercise))
    own = [course.path(tree, exercise) for tree in ("tests/public", "tests/hidden", "solutions")]
    own.append(edits_path(course, exercise))
    _add_files(digest, course.root, (path for path in own if path.is_file()))
    _add_files(digest, course.root, (course.root / MISCONCEPTIONS / exercise.name).glob("*.py"))
    return digest.hexdigest()


def _add_files(digest: "hashlib._Hash", root: Path, paths: Iterable[Path]) -> None:
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
