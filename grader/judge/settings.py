"""What is run in one grading run, and how much of it may be shown."""

from dataclasses import dataclass
from typing import Literal

from grader.course.file import Course, Exercise
from grader.messages import encodable
from grader.result.disclosure import Detail
from grader.result.document import Stage

Purpose = Literal["report", "proof"]
STAGES: tuple[Stage, ...] = ("public", "hidden")


@dataclass(frozen=True)
class Run:
    """The settings of one run.

    Attributes:
        exercises: those that are graded, in the course's order.
        stages: the kinds of tests that run.
        salt: examples are drawn from it; marks of right work do not depend on it.
        purpose: "report" looks for the smallest failing calls and, in separate workers, for the misconceptions behind
            them; "proof" does not shrink and replays in the same workers, for the work is ours. A process should stay
            with one of the two: Hypothesis reads its settings when a test is defined.
        feedback: what the document may show of hidden tests.
    """

    exercises: tuple[Exercise, ...]
    stages: tuple[Stage, ...]
    salt: str
    purpose: Purpose = "report"
    feedback: Detail = "full"

    @classmethod
    def of(
        cls,
        course: Course,
        exercises: tuple[Exercise, ...] | None = None,
        stages: tuple[Stage, ...] | None = None,
        salt: str | None = None,
        purpose: Purpose = "report",
        feedback: Detail = "full",
    ) -> "Run":
        """The settings, with the course's own for those that are None."""
        return cls(
            exercises=course.exercises if exercises is None else exercises,
            stages=available_stages(course) if stages is None else stages,
            salt=course.salt if salt is None else encodable(salt),
            purpose=purpose,
            feedback=feedback,
        )


def available_stages(course: Course) -> tuple[Stage, ...]:
    """The kinds of tests that lie in this course's folder; learners may have only the public ones."""
    return tuple(stage for stage in STAGES if (course.root / "tests" / stage).is_dir())
