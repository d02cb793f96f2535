"""GitHub Classroom's actions: step outputs for `classroom-resources/autograding-grading-reporter`.

The reporter shows passed tests / tests * max_score, and records the sum of the tests' scores. Both agree because each
runner is one task with one test, worth all or nothing. A runner's name is letters and digits, since the reporter gives
up on others with a message about something else; scores are integers, since it adds what it finds without rounding.
The reporter prints `test_code` as it is, for passed and failed tests alike.
"""

import base64
import re

import msgspec

from grader.course.file import Course
from grader.hosts.graded import Graded
from grader.hosts.workflow import append_summary, set_outputs
from grader.messages import _
from grader.report.escape import logged
from grader.report.markdown import as_markdown, evidence_as_text
from grader.report.terminal import COMMAND, most_telling, status_words
from grader.result.document import ExerciseRow, Status, TaskRow

MOST_TEXT = 6_000  # bytes of a task's report; all outputs of a job together may have a megabyte
_SAID: dict[Status, str] = {
    "passed": "pass",
    "failed": "fail",
    "error": "fail",  # of the work; "error" is the reporter's word for a broken test, and hides the report
    "not_attempted": "fail",
    "not_judged": "error",
}


def deliver(graded: Graded) -> None:
    """Set one output a task, named after its runner, and add to the job's summary."""
    runners = runner_ids(graded.course)
    results = {(row.name, task.id): _result(row, task) for row in graded.document.exercises for task in row.tasks}
    encoded = {runners[key]: base64.b64encode(msgspec.json.encode(result)).decode() for key, result in results.items()}
    set_outputs(encoded)
    append_summary(as_markdown(graded.document, graded.course, graded.notes))


def runner_ids(course: Course) -> dict[tuple[str, str], str]:
    """A name of letters and digits for each task, by exercise and task: ex04mean."""
    ids: dict[tuple[str, str], str] = {}
    for exercise in course.exercises:
        for task in exercise.tasks:
            plain = f"{exercise.track}{exercise.number:02}" + re.sub(r"[^a-z0-9]", "", task.id.lower())
            taken = {name for name in ids.values() if re.fullmatch(rf"{plain}\d*", name)}
            ids[exercise.name, task.id] = f"{plain}{len(taken) + 1}" if plain in taken else plain
    return ids


def _result(row: ExerciseRow, task: TaskRow) -> dict[str, object]:
    status = _SAID[task.status]
    test = {
        "name": f"{row.name}.{task.id}: {status_words(task.status)}",
        "status": status,
        "score": task.points,
        "message": None,
        "test_code": _report(row, task),
        "filename": "",
        "line_no": 0,  # anything else is shown as a line of nobody knows which file
        "duration": 0,
    }
    return {"version": 1, "status": status, "max_score": task.max_points, "tests": [test]}


def _report(row: ExerciseRow, task: TaskRow) -> str:
    if task.failures:
        failure = most_telling(task.failures)
        pieces = [failure.requirement, evidence_as_text(failure), failure.advice or ""]
        pieces.append(_("hint") + f": {COMMAND} hint {row.name}.{task.id}")
    elif task.status in ("error", "not_judged"):
        pieces = [row.message or ""]
    else:
        pieces = []
    text = "\n".join(filter(None, pieces))
    if not text:
        return ""
    return logged(text).encode()[:MOST_TEXT].decode("utf-8", "ignore")
