"""Gradescope: `results.json`, with a row for each task.

https://gradescope-autograders.readthedocs.io/en/latest/specs/
"""

from pathlib import Path, PurePosixPath

import msgspec

from grader.course.file import Course
from grader.hosts.shared.host import Autograder, Files, Graded, Host, Parts, below
from grader.package import template
from grader.report.escape import fenced, inline
from grader.report.markdown import as_markdown, task_as_markdown
from grader.report.status import status_words
from grader.report.telling import tell_task
from grader.result.document import ExerciseRow, TaskRow
from grader.result.writing import make_folder, write_file

RESULTS = Path("/autograder/results")


def deliver(graded: Graded) -> None:
    """Write results.json, by default where Gradescope reads it."""
    (path,) = _results(graded.folder, graded.submission)
    make_folder(path.parent, graded.submission)
    content = msgspec.json.format(msgspec.json.encode(as_results(graded)), indent=2)
    write_file(path, content + b"\n", replaces_anything=True)


def _results(folder: Path | None, _submission: Path) -> tuple[Path, ...]:
    return ((folder or RESULTS) / "results.json",)


def as_results(graded: Graded) -> dict[str, object]:
    """Return the results of the specification. The score is the sum of the tasks' scores, as Gradescope adds them."""
    document, course = graded.document, graded.course
    visibility = course.feedback.visibility
    # numbers of two tracks would be the same
    several = len({exercise.track for exercise in course.exercises}) > 1
    tests = [
        {
            "number": f"{exercise.kind if several else ''}{exercise.number}.{at}",
            "name": f"{row.name}: {exercise.tasks[at - 1].title}",
        }
        | _result(course, row, task)
        | {"visibility": visibility}
        for exercise, row in zip(course.exercises, document.exercises, strict=True)
        for at, task in enumerate(row.tasks, start=1)
    ]
    return {
        "execution_time": round(document.seconds),
        "output": as_markdown(graded.telling) if visibility == "visible" else "",
        "output_format": "md",
        "test_name_format": "text",
        "test_output_format": "md",
        "visibility": visibility,
        "stdout_visibility": "hidden",  # for the instructor: the log of the installation and the report
        "tests": tests,
    }


def _result(course: Course, row: ExerciseRow, task: TaskRow) -> dict[str, object]:
    return {
        "score": task.points,
        "max_score": task.max_points,
        "status": "passed" if task.status == "passed" else "failed",
        "output": _output(course, row, task),
    }


def _output(course: Course, row: ExerciseRow, task: TaskRow) -> str:
    pieces = [inline(status_words(task.status))]
    telling = tell_task(course, row.name, task)
    if telling is not None:
        pieces.append(task_as_markdown(telling))
    elif row.message:
        pieces.append(fenced(row.message))
    return "\n\n".join(pieces)


def _autograder(parts: Parts) -> Files:
    """What is in the autograder's zip: since only the instructor can download it, also what the diagnosis needs."""
    names = ("setup.sh", "run_autograder")
    scripts = {PurePosixPath(name): template("hosts", f"gradescope/{name}").encode() for name in names}
    return below("course", parts.graded | parts.answers) | scripts


HOST = Host(
    deliver,
    results=_results,
    readme="Hand in the files of `exercises/` on Gradescope; the report appears there.",
    autograder=Autograder(_autograder, zipped=True),
    reads_commands=False,
)
