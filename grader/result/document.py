"""The result document, format 1: what every report, host file, gradebook and chart is made from."""

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from grader.pipe.control import Level
from grader.result.evidence import Curve, Fit, Kind
from grader.result.feedback import Detail
from grader.result.writing import write_file

FORMAT = 1

Status = Literal["passed", "failed", "error", "not_attempted", "not_judged"]
Stage = Literal["public", "hidden"]


class FailureRow(Struct, frozen=True):
    """One failing test: the smallest failing call in words, and numbers for a chart where one may help.

    `line` is the line of the learner's own file to look at, where there is one.
    """

    test: str
    kind: Kind
    requirement: str
    called: str
    returned: str
    expected: str
    message: str
    misconception: str | None
    advice: str | None
    hint: str
    curve: Curve | None = None
    fit: Fit | None = None
    line: int | None = None


class TaskRow(Struct, frozen=True):
    """One task: its points are earned when all its tests passed."""

    id: str
    status: Status
    points: int
    max_points: int
    failures: tuple[FailureRow, ...] = ()


class ExerciseRow(Struct, frozen=True):
    """One exercise; `message` says why nothing of it could be judged, and `line` where in the learner's file."""

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


class Document(Struct, frozen=True, kw_only=True):
    """The result of grading one submission; lists every exercise and task of the course, whatever happened.

    `isolation` is "full" where a worker was found to be able to do nothing but answer calls; `layers` are what was
    found to hold it, by trying.
    """

    format: int = FORMAT
    course: str
    version: str
    submission: str
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
