"""What to do next: one sentence at the end of every report, and at most one command."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from grader.course.file import Course
from grader.messages import _
from grader.package import COMMAND
from grader.report.escape import printable
from grader.result.document import Document, ExerciseRow


@dataclass(frozen=True)
class NextStep:
    """What to do, and the command to run then; "" where there is none to run."""

    sentence: str
    command: str = ""


def next_step(document: Document, course: Course, rows: Sequence[ExerciseRow]) -> NextStep:
    """Return what to do about the first of these exercises that has not passed, or after them if all have.

    Args:
        document: says where the work is, and which tests ran.
        course: has the exercises that follow, and what to say at its end.
        rows: those exercises of it that the report is about, the most important first.
    """
    unfinished = next((row for row in rows if row.status != "passed"), None)
    if unfinished is None:
        return _after_passing(document, course, rows)
    match document.provenance.submission_kind:
        case "kernel":
            return _in_kernel(rows, course)
        case "notebook":
            return _in_notebook(unfinished, document.submission, course)
        case "folder" | "module":
            return _in_file(unfinished, course)


def _after_passing(document: Document, course: Course, rows: Sequence[ExerciseRow]) -> NextStep:
    passed = _("All tests passed.")
    if document.tests == ("public",):
        passed = _("All public tests passed. The hidden tests run when your work is handed in.")
    if all(row.status == "passed" for row in document.exercises):
        return NextStep(f"{passed} {course.finish}".rstrip())
    names = [row.name for row in document.exercises]
    last = max((names.index(row.name) for row in rows), default=-1)
    following = next((row for row in document.exercises[last + 1 :] if row.status != "passed"), None)
    if following is not None and document.provenance.submission_kind == "kernel":
        return NextStep(passed + " " + _("Next in the notebook: {title}.").format(title=following.title))
    # an instructor who grades another folder is not sent to a page
    if following is None or document.submission != str(course.root):
        return NextStep(passed)
    sentence = _read_and_fill_in(course, following.name)
    return NextStep(f"{passed} {sentence}", f"{COMMAND} {following.name}")


def _in_file(unfinished: ExerciseRow, course: Course) -> NextStep:
    sentence = _("Next: change {name}.py, then run:").format(name=unfinished.name)
    if unfinished.status == "not_attempted":
        sentence = _read_and_fill_in(course, unfinished.name)
    return NextStep(sentence, f"{COMMAND} {unfinished.name}")


def _read_and_fill_in(course: Course, name: str) -> str:
    exercise = course.exercise(name)
    assert exercise is not None
    page = course.page(exercise).relative_to(course.root).as_posix()
    sentence = _("Next: read {page}, fill in exercises/{name}.py, then run:")
    if exercise.tests_of:
        sentence = _("Next: read {page}, add tests to exercises/{name}.py, then run:")
    elif exercise.given:
        sentence = _("Next: read {page}, mend exercises/{name}.py, then run:")
    return sentence.format(page=page, name=name)


def _in_notebook(unfinished: ExerciseRow, path: str, course: Course) -> NextStep:
    exercise = course.exercise(unfinished.name)
    sentence = _("Next: change {name} in {file}, save it, then run:")
    if unfinished.status == "not_attempted" and not (exercise is not None and exercise.given):
        sentence = _("Next: fill in {name} in {file}, save it, then run:")
    shown = printable(path)
    command = f"{COMMAND} {unfinished.name} -s {shlex.quote(shown)}"
    return NextStep(sentence.format(name=unfinished.name, file=shown), command)


def _in_kernel(rows: Sequence[ExerciseRow], course: Course) -> NextStep:
    of_course = [course.exercise(row.name) for row in rows]
    if any(exercise is not None and exercise.tests_of for exercise in of_course):
        return NextStep(_("Next: add tests, run their cell, then run this one again."))
    is_stub = not any(exercise is not None and exercise.given for exercise in of_course)
    if is_stub and {row.status for row in rows} <= {"passed", "not_attempted"}:
        return NextStep(_("Next: write the function in its cell, run that cell, then run this one again."))
    return NextStep(_("Next: change the function, run its cell, then run this one again."))
