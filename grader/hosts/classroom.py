"""GitHub Classroom's actions: step outputs for `classroom-resources/autograding-grading-reporter`.

The reporter shows passed tests / tests * max_score, and records the sum of the tests' scores. Both agree because each
runner is one task with one test, worth all or nothing. A runner's name is letters and digits, since the reporter gives
up on others with a message about something else; scores are integers, since it adds what it finds without rounding.
The reporter prints `test_code` as it is, for passed and failed tests alike. Learners get the workflow that grades every
push.
"""

import base64
import json
import re
from pathlib import PurePosixPath

import msgspec

from grader.course.file import Course
from grader.hosts.shared.host import Files, Graded, Host
from grader.hosts.shared.runner import append_summary, set_outputs
from grader.package import template
from grader.report.escape import logged
from grader.report.markdown import as_markdown
from grader.report.plain import task_as_text
from grader.report.status import status_words
from grader.report.telling import tell_task
from grader.result.document import ExerciseRow, Status, TaskRow

MOST_TEXT = 6_000  # bytes of a task's report; all outputs of a job together may have a megabyte
_REPORTED: dict[Status, str] = {
    "passed": "pass",
    "failed": "fail",
    "error": "fail",  # of the work; "error" is the reporter's word for a broken test, and hides the report
    "not_attempted": "fail",
    "not_judged": "error",
}


def deliver(graded: Graded) -> None:
    """Set one output a task, named after its runner, and add to the job's summary."""
    runners = runner_ids(graded.course)
    results = {
        (row.name, task.id): _result(graded.course, row, task)
        for row in graded.document.exercises
        for task in row.tasks
    }
    encoded = {runners[key]: base64.b64encode(msgspec.json.encode(result)).decode() for key, result in results.items()}
    set_outputs(encoded)
    append_summary(as_markdown(graded.telling))


def runner_ids(course: Course) -> dict[tuple[str, str], str]:
    """A name of letters and digits for each task, by exercise and task: ex04mean."""
    ids: dict[tuple[str, str], str] = {}
    for exercise in course.exercises:
        for task in exercise.tasks:
            plain = f"{exercise.kind}{exercise.number:02}" + re.sub(r"[^a-z0-9]", "", task.id.lower())
            taken = {name for name in ids.values() if re.fullmatch(rf"{plain}\d*", name)}
            ids[exercise.name, task.id] = f"{plain}{len(taken) + 1}" if plain in taken else plain
    return ids


def _result(course: Course, row: ExerciseRow, task: TaskRow) -> dict[str, object]:
    status = _REPORTED[task.status]
    test = {
        "name": f"{row.name}.{task.id}: {status_words(task.status)}",
        "status": status,
        "score": task.points,
        "message": None,
        "test_code": _report(course, row, task),
        "filename": "",
        "line_no": 0,  # any other number is shown as a line of an unknown file
        "duration": 0,
    }
    return {"version": 1, "status": status, "max_score": task.max_points, "tests": [test]}


def _report(course: Course, row: ExerciseRow, task: TaskRow) -> str:
    telling = tell_task(course, row.name, task)
    text = ""
    if telling is not None:
        text = task_as_text(telling, hint=True)
    elif task.status in ("error", "not_judged"):
        text = row.message or ""
    if not text:
        return ""
    return logged(text).encode()[:MOST_TEXT].decode("utf-8", "ignore")


def _workflow(course: Course) -> Files:
    runners = list(runner_ids(course).values())
    # the reporter finds a runner's result under its name in capitals
    results = [f"          {name.upper()}_RESULTS: ${{{{ steps.grade.outputs.{name} }}}}" for name in runners]
    text = template("hosts", "classroom.yml", results="\n".join(results), runners=json.dumps(",".join(runners)))
    return {PurePosixPath(".github/workflows/classroom.yml"): text.encode()}


HOST = Host(
    deliver,
    readme="Every push is graded on GitHub. Open *Actions*, then the newest run: its summary is the report.",
    handout=_workflow,
)
