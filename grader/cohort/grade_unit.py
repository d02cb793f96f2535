"""Grading one unit in this process, as `grade` grades a whole submission."""

import msgspec

from grader.cohort.store import Result
from grader.cohort.units import Settings, Unit, source_of
from grader.course.file import Course
from grader.diagnosis import Memory, workers_for_replays
from grader.judge.collection import CollectedTests
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.result.document import Document
from grader.submission.finding import Submission


class UnitGrader:
    """Grades unit after unit, and remembers what the known wrong modules answered.

    Args:
        course: whose tests are run.
        launcher: where workers come from.
        settings: how to grade.
        tests: the course's.
    """

    def __init__(self, course: Course, launcher: Launcher, settings: Settings, tests: CollectedTests) -> None:
        self._course = course
        self._launcher = launcher
        self._settings = settings
        self._tests = tests
        # known modules only, unit after unit; a learner's code never was in these
        self._replaying = workers_for_replays(course.limits, launcher)
        self._memory = Memory(workers=self._replaying)

    def grade(self, unit: Unit) -> tuple[Result, float]:
        """Return the result and the CPU seconds of the learner's workers; raises GraderFault."""
        exercise = self._course.exercise(unit.exercise)
        assert exercise is not None
        work = Submission("", {unit.exercise: source_of(unit)})
        self._replaying.begin_again()
        with Workers(self._course.limits, launcher=self._launcher) as workers:
            document = grade(
                self._course,
                work,
                workers,
                (exercise,),
                salt=self._settings.salt,
                feedback=self._settings.feedback,
                memory=self._memory,
                tests=self._tests,
            )
            return result_of(document, unit.exercise), workers.cpu_seconds()


def result_of(document: Document, exercise: str) -> Result:
    """The part of a document that is about one exercise, and what stands around it in every unit's document."""
    provenance = msgspec.structs.replace(document.provenance, submission_sha256="", course_sha256="", time="")
    head = msgspec.structs.replace(document, exercises=(), points=0, seconds=0.0, provenance=provenance)
    row = msgspec.json.encode(document.exercise(exercise))
    return Result(msgspec.json.encode(head), row, document.provenance.time)
