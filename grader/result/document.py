"""The result document, format 2: what every report, host file, gradebook and chart is made from."""

from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from grader.pipe.control import Level
from grader.result.disclosure import Detail
from grader.result.evidence import Curve, Fit, Kind
from grader.result.writing import write_file

FORMAT: Final = 2

Status = Literal["passed", "failed", "error", "not_attempted", "not_judged"]
Stage = Literal["public", "hidden"]
SubmissionKind = Literal["folder", "module", "notebook", "kernel"]


class FailureRow(Struct, frozen=True):
    """One failing test: the smallest failing call in words, and numbers for a chart where one may help.

    `misconception` is the known wrong answer that behaves like the learner's, `diagnosis` says what it does and
    `advice` what to look at; all three are null where none is known. `line` is the line of the learner's own file to
    look at, where there is one. `program` makes the call in Python, imports included; "" where it is not shown.
    """

    test: str
    kind: Kind
    requirement: str
    called: str
    returned: str
    expected: str
    message: str
    misconception: str | None
    diagnosis: str | None
    advice: str | None
    curve: Curve | None = None
    fit: Fit | None = None
    line: int | None = None
    program: str = ""


class TaskRow(Struct, frozen=True):
    """One task: its points are earned when all its tests passed; `output` is what the call printed that is shown."""

    id: str
    title: str
    status: Status
    points: int
    max_points: int
    failures: tuple[FailureRow, ...] = ()
    output: str = ""


class ExerciseRow(Struct, frozen=True):
    """One exercise.

    `message` says why it could not be judged, and `line` where in the learner's file; `output` is what importing it
    printed.
    """

    name: str
    title: str
    status: Status
    points: int
    max_points: int
    seconds: float
    message: str | None
    output: str
    tasks: tuple[TaskRow, ...]
    line: int | None = None


class Provenance(Struct, frozen=True, kw_only=True):
    """What a document was made from, with what, and when: documents can be compared if these agree.

    Attributes:
        submission_kind: "folder" and "module" are files, "notebook" is a file too, "kernel" is what was defined in a
            running notebook.
        submission_sha256: of the modules that were graded, by name; see `grader.submission.finding.Submission`.
        course_sha256: of course.toml, and of the tests, solutions and known wrong answers that were there; see
            `grader.course.digest`.
        grader: the grader's version.
        torch: torch's version; empty where it is not installed.
        python: Python's version.
        time: when grading began, in UTC, as 2026-11-24T10:00:00Z.
    """

    submission_kind: SubmissionKind
    submission_sha256: str
    course_sha256: str
    grader: str
    torch: str
    python: str
    time: str


class Document(Struct, frozen=True, kw_only=True):
    """The result of grading one submission; lists every exercise and task of the course, whatever happened.

    `language` is the code of the language that its sentences are in; statuses, ids and keys are the same in every
    one. `isolation` is "full" where a worker was found to be able to do nothing but answer calls; `layers` are what
    was found to hold it, by trying.
    """

    format: Literal[2] = FORMAT
    course: str
    version: str
    track: str = "course"
    language: str
    submission: str
    provenance: Provenance
    tests: tuple[Stage, ...]
    feedback: Detail = "full"
    salt: str
    isolation: Level
    layers: tuple[str, ...]
    points: int
    max_points: int
    seconds: float
    exercises: tuple[ExerciseRow, ...]

    def exercise(self, name: str) -> ExerciseRow:
        """The row of this exercise; raises KeyError."""
        for row in self.exercises:
            if row.name == name:
                return row
        raise KeyError(name)


def write_document(document: Document, path: Path) -> None:
    """Write the document as indented JSON; raises WriteError."""
    write_file(path, msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")
