"""Gradescope: `results.json`, with a row for each task.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from pathlib import Path

import msgspec

from grader.hosts.graded import Graded
from grader.report.escape import fenced, inline
from grader.report.markdown import as_markdown, task_as_markdown
from grader.report.terminal import status_words
from grader.result.document import ExerciseRow, TaskRow
from grader.result.writing import make_folder, write_file

RESULTS = Path("/autograder/results")


def deliver(graded: Graded) -> None:
    """Write results.json, by default where Gradescope reads it."""
    folder = graded.folder or RESULTS
    make_folder(folder, graded.submission)
    content = msgspec.json.format(msgspec.json.encode(as_results(graded)), indent=2)
    write_file(folder / "results.json", content + b"\n", replaces_anything=True)


def as_results(graded: Graded) -> dict[str, object]:
    """Return the results of the specification. The score is the sum of the tasks' scores, as Gradescope adds them."""
    document, course = graded.document, graded.course
    visibility = course.feedback.visibility
    tests = [
        {"number": f"{exercise.number}.{at}", "name": f"{row.name}: {exercise.tasks[at - 1].title}"}
        | _result(row, task)
        | {"visibility": visibility}
        for exercise, row in zip(course.exercises, document.exercises, strict=True)
        for at, task in enumerate(row.tasks, start=1)
    ]
    return {
        "execution_time": round(document.seconds),
        "output": as_markdown(document, course, graded.notes) if visibility == "visible" else "",
        "output_format": "md",
        "test_name_format": "text",
        "test_output_format": "md",
        "visibility": visibility,
        "stdout_visibility": "hidden",  # for the instructor: the log of the installation and the report
        "tests": tests,
    }


def _result(row: ExerciseRow, task: TaskRow) -> dict[str, object]:
    return {
        "score": task.points,
        "max_score": task.max_points,
        "status": "passed" if task.status == "passed" else "failed",
        "output": _output(row, task),
    }


def _output(row: ExerciseRow, task: TaskRow) -> str:
    pieces = [inline(status_words(task.status))]
    if task.failures:
        pieces.append(task_as_markdown(row, task))
    elif row.message:
        pieces.append(fenced(row.message))
    return "\n\n".join(pieces)
