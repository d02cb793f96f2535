"""What a host is told about."""

from dataclasses import dataclass
from pathlib import Path

from grader.course.file import Course
from grader.result.document import Document


@dataclass(frozen=True)
class Graded:
    """A submission that was graded.

    Attributes:
        document: the result.
        course: its course.
        submission: where the work lies.
        notes: what the learner should know about what was chosen to be graded, in sentences.
        folder: where the host's files go; None for where the host has them.
    """

    document: Document
    course: Course
    submission: Path
    notes: tuple[str, ...] = ()
    folder: Path | None = None
