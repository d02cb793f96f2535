"""A hand-in's files as units of work: put into a folder of ours, and read as any submission is."""

import hashlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import msgspec
from msgspec import Struct

from grader.cohort.intake.choice import Chosen
from grader.cohort.intake.read_class import Handin
from grader.cohort.store import Store
from grader.cohort.units import content_digest, units_of
from grader.course.file import Course, Exercise
from grader.messages import language
from grader.package import PACKAGE
from grader.reader.sizes import MAX_NOTEBOOK
from grader.result.document import SubmissionKind
from grader.source.module import Source, SourceProblem
from grader.source.regular_files import MAX_SOURCE
from grader.submission.finding import Submission, read_whatever_is_there
from grader.submission.reader_process import Reader


class Reading(Struct, frozen=True):
    """What a hand-in comes to.

    Attributes:
        units: by exercise, the digest of the unit.
        notes: what the learner should know about what was chosen, in sentences.
        names: the files that were read.
        missing: exercises of which there is nothing in them.
        kind: what documents say it was read from.
        sha256: what documents say of the modules.
    """

    units: dict[str, str]
    notes: tuple[str, ...]
    names: tuple[str, ...]
    missing: tuple[str, ...] = ()
    kind: SubmissionKind = "folder"
    sha256: str = ""


class _Staged(Struct, frozen=True):
    """A file as it is put into the folder; the content is one byte longer than allowed where the file is too long."""

    name: str
    kind: str
    content: bytes
    problem: str = ""


class HandinReader:
    """Reads hand-ins, and keeps in the store what each comes to: the next run need not parse it again.

    Args:
        course: whose exercises are looked for.
        store: where readings and units are kept.
        exercises: those that are graded.
        reader: in which files are read.
        again: read what is kept again, too.
    """

    def __init__(
        self, course: Course, store: Store, exercises: tuple[Exercise, ...], reader: Reader, again: bool = False
    ) -> None:
        self._course = course
        self._store = store
        self._exercises = exercises
        self._reader = reader
        self._again = again
        self._common = _common_digest(course, exercises)

    def read(self, handin: Handin) -> Reading:
        """Return what a hand-in comes to; one without files has every exercise missing."""
        staged = tuple(_stage(chosen) for chosen in handin.files)
        digest = hashlib.sha256(self._common + msgspec.msgpack.encode(staged)).hexdigest()
        kept = None if self._again else self._store.reading(digest)
        if kept is not None:
            return msgspec.msgpack.decode(kept, type=Reading)
        work = self._read(staged)
        units = {content_digest(unit): unit for unit in units_of(work, self._course)}
        by_exercise = {unit.exercise: digest for digest, unit in units.items()}
        names = tuple(file.name for file in staged)
        sha256 = work.only(self._exercises).sha256
        reading = Reading(by_exercise, work.notes, names, _missing(work, names), work.kind, sha256)
        self._store.keep_reading(digest, msgspec.msgpack.encode(reading), units)
        return reading

    def _read(self, staged: tuple[_Staged, ...]) -> Submission:
        with tempfile.TemporaryDirectory(prefix="grader-class-") as name:
            folder = Path(name, "submission")
            folder.mkdir()
            for file in staged:
                _put(folder / file.name, file)
            work = read_whatever_is_there(self._course, folder, reader=self._reader)
        problems = {
            exercise.name: SourceProblem(file.problem)
            for file in staged
            for exercise in self._course.exercises
            if file.problem and file.name == f"{exercise.name}.py"
        }
        return replace(work, sources={**work.sources, **problems})


def _missing(work: Submission, names: tuple[str, ...]) -> tuple[str, ...]:
    """The exercises of which no file has anything; where no notebook can be read, none is known to be missing."""
    absent = [name for name, source in work.sources.items() if not isinstance(source, Source)]
    absent = [name for name in absent if f"{name}.py" not in names]
    has_notebook = any(name.endswith(".ipynb") for name in names)
    from_notebooks = [name for name in work.sources if f"{name}.py" not in names and name not in absent]
    return () if has_notebook and not from_notebooks else tuple(absent)


def _stage(chosen: Chosen) -> _Staged:
    item = chosen.item
    if item.kind != "file":
        return _Staged(chosen.name, item.kind, b"")
    try:
        content = item.read(MAX_NOTEBOOK if chosen.name.endswith(".ipynb") else MAX_SOURCE)
    except OSError as error:
        return _Staged(chosen.name, item.kind, b"", f"{chosen.name} cannot be read: {error.strerror or error}.")
    return _Staged(chosen.name, item.kind, content)


def _put(path: Path, file: _Staged) -> None:
    """Make the file; what is no file becomes something that is refused for the same reason."""
    if file.kind == "file":
        path.write_bytes(file.content)
    elif file.kind == "link" or not hasattr(os, "mkfifo"):
        path.symlink_to("nowhere")
    else:
        os.mkfifo(path)


def _common_digest(course: Course, exercises: tuple[Exercise, ...]) -> bytes:
    """SHA-256 of all that a reading depends on besides the files."""
    digest = hashlib.sha256(" ".join((language(), *(exercise.name for exercise in exercises))).encode())
    paths = [*PACKAGE.rglob("*.py"), course.root / "exercises" / "course.toml"]
    paths += [course.path("solutions", exercise) for exercise in course.exercises]  # what stubs are made from
    for path in sorted(filter(Path.is_file, paths)):
        digest.update(path.read_bytes())
    return digest.digest()
