"""Classroom 50: `result.json`, version 1, and `release-body.md`, in the student's checkout.

https://github.com/foundation50/classroom50/wiki/Advanced-Autograding. All scores are integers, and none is above its
maximum. The runner itself adds who submitted, and overwrites other facts that it knows.
"""

import datetime
import os
from pathlib import Path, PurePosixPath

import msgspec

from grader.course.file import Course
from grader.hosts.shared.host import Autograder, Files, Graded, Host, Parts, below
from grader.package import template
from grader.report.escape import clipped
from grader.report.markdown import as_markdown
from grader.report.plain import evidence_as_text
from grader.report.status import status_words
from grader.report.telling import tell_task
from grader.result.document import Document, ExerciseRow, TaskRow
from grader.result.writing import make_folder, write_file, write_text

SCHEMA = "classroom50/result/v1"
_FROM_THE_RUNNER = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "assignment_type": "ASSIGNMENT_TYPE",
    "owner": "OWNER",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}


def deliver(graded: Graded) -> None:
    """Write both files, by default into the submission's folder."""
    body, score = _results(graded.folder, graded.submission)
    make_folder(score.parent, graded.submission)
    result = msgspec.json.format(msgspec.json.encode(as_result(graded.document, graded.course)), indent=2)
    # the checkout is a student's: files of these names are replaced
    write_text(body, as_markdown(graded.telling), replaces_anything=True)
    write_file(score, result + b"\n", replaces_anything=True)


def _results(folder: Path | None, submission: Path) -> tuple[Path, ...]:
    return (folder or submission) / "release-body.md", (folder or submission) / "result.json"


def as_result(document: Document, course: Course) -> dict[str, object]:
    """Return the result of the contract, with a row for each task."""
    runner = {name: os.environ.get(variable, "") for name, variable in _FROM_THE_RUNNER.items()}
    runner["assignment_type"] = runner["assignment_type"] or "individual"  # older runners do not set it
    runner["owner"] = runner["owner"] or os.environ.get("USERNAME", "")
    runner["review"] = runner["review"] or runner["commit"]
    return {
        "schema": SCHEMA,
        **runner,
        "datetime": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "score": document.points,
        "max-score": document.max_points,
        "tests": [_row(course, row, task) for row in document.exercises for task in row.tasks],
    }


def _row(course: Course, row: ExerciseRow, task: TaskRow) -> dict[str, object]:
    telling = tell_task(course, row.name, task)
    return {
        "test-name": f"{row.name}.{task.id}",
        "passed": task.status == "passed",
        "score": task.points,
        "max-score": task.max_points,
        "status": status_words(task.status),
        "message": clipped(evidence_as_text(telling) if telling is not None else row.message or ""),
    }


def _autograder(parts: Parts) -> Files:
    """The assignment's folder, `CLASSROOM/autograders/ASSIGNMENT`.

    Everybody can download it, so there are no answers in it, and no diagnosis comes of it.
    """
    entry = template("hosts", "classroom50/autograder.py").encode()
    return below("course", parts.graded) | {PurePosixPath("autograder.py"): entry}


HOST = Host(
    deliver,
    results=_results,
    readme="Every submission is graded on GitHub. Its release, on your repository's page, is the report.",
    autograder=Autograder(_autograder),
)
