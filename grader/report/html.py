"""The document as HTML: a page that needs nothing beside it, and the part of it that a notebook shows.

Whatever a learner's code chose is escaped by the template and made printable here: control characters and marks that
reorder text become visible.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.course.file import Course
from grader.messages import _, language
from grader.report.escape import printable
from grader.report.svg import losses, predictions
from grader.report.terminal import most_telling, next_step, practice_marks, status_words, tests_said, way_of_failing
from grader.result.document import Document, ExerciseRow, FailureRow, Status, TaskRow

MARKS: dict[Status, str] = {"passed": "✓", "failed": "✗", "error": "!", "not_attempted": "·", "not_judged": "?"}


def page(document: Document, course: Course, names: tuple[str, ...], notes: tuple[str, ...] = ()) -> str:
    """Return a whole page about the exercises `names`.

    Args:
        document: what to report.
        course: has the titles and hints.
        names: the exercises to list.
        notes: sentences about what was chosen of the submission.
    """
    unfinished = next((row for row in map(document.exercise, names) if row.status != "passed"), None)
    remarks = [*notes, *([practice_marks()] if document.isolation != "full" else [])]
    return _render("page.html", document, course, names, remarks, next_step(document, unfinished))


def fragment(
    document: Document, course: Course, names: tuple[str, ...], notes: tuple[str, ...], advice: tuple[str, ...]
) -> str:
    """Return the report for the inside of a page that somebody else made, such as a notebook.

    Args:
        document: what to report.
        course: has the titles and hints.
        names: the exercises to list.
        notes: sentences about what was chosen of the submission.
        advice: what to do next, in sentences.
    """
    return _render("fragment.html", document, course, names, notes, advice)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": prose, "visible": printable}
    environment.globals |= {"_": _, "status_words": status_words, "marks": MARKS}
    return environment


def prose(text: str) -> Markup:
    """Escape a sentence and show what stands between backticks as code."""
    pieces = re.split(r"(`+)(.+?)\1", printable(text))
    # text, backticks, code, text, …
    parts = [
        Markup("<code>{}</code>").format(piece.strip()) if index % 3 == 2 else escape(piece)
        for index, piece in enumerate(pieces)
        if index % 3 != 1
    ]
    return Markup("").join(parts)


def _render(
    template: str,
    document: Document,
    course: Course,
    names: tuple[str, ...],
    notes: Iterable[str],
    following: Iterable[str],
) -> str:
    rows = [row for row in document.exercises if row.name in names]
    details = [_exercise(row, course) for row in rows if _has_details(row)]
    return (
        _templates()
        .get_template(template)
        .render(
            language=language(),
            course=course,
            document=document,
            tests_said=tests_said(document),
            rows=rows,
            points=sum(row.points for row in rows),
            max_points=sum(row.max_points for row in rows),
            told=[one["row"].name for one in details],
            details=details,
            title_of=lambda row, task: _title(course, row, task),
            notes=list(notes),
            next=list(following),
        )
    )


def _has_details(row: ExerciseRow) -> bool:
    return any(task.failures for task in row.tasks) or (bool(row.message) and row.status != "not_attempted")


def _exercise(row: ExerciseRow, course: Course) -> dict[str, Any]:
    named: set[str | None] = set()
    known: set[tuple[str, str, str]] = set()
    drawn: set[object] = set()
    tasks = []
    for task in row.tasks:
        if not task.failures:
            continue
        failure = most_telling(task.failures)
        same = way_of_failing(failure)
        tasks.append(
            {
                "row": task,
                "title": _title(course, row, task),
                "failure": failure,
                "repeated": same in known,
                "evidence": _evidence(failure),
                "picture": _picture(failure, drawn),
                "why": _why(failure) if failure.misconception not in named else None,
                "hints": _hints(course, row, task),
            }
        )
        known.add(same)
        if failure.misconception:
            named.add(failure.misconception)
    return {"row": row, "tasks": tasks}


def _evidence(failure: FailureRow) -> list[tuple[str, str, str]]:
    outcome = {"exception": _("raised"), "timeout": _("ended"), "crash": _("ended")}.get(failure.kind, _("returned"))
    rows = [
        (_("rule") if failure.kind == "rule" else _("called"), failure.called, "called"),
        (outcome, failure.returned, "returned"),
    ]
    if failure.kind not in ("exception", "timeout", "crash"):
        rows.append((_("expected"), failure.expected, "expected"))
    return [(label, text, kind) for label, text, kind in rows if text]


def _picture(failure: FailureRow, drawn: set[object]) -> Markup:
    """What there is to draw of a failure, once for all tasks that show the same."""
    found = Markup()
    if failure.curve is not None and failure.curve not in drawn:
        found += losses(failure.curve)
    if failure.fit is not None and failure.fit not in drawn:
        found += predictions(failure.fit)
    drawn |= {failure.curve, failure.fit}
    return found


def _why(failure: FailureRow) -> tuple[str, str] | None:
    if not failure.advice:
        return None
    diagnosis, _end, advice = failure.advice.partition("\n")
    return diagnosis, advice


def _title(course: Course, row: ExerciseRow, task: TaskRow) -> str:
    exercise = course.exercise(row.name)
    found = exercise.task(task.id) if exercise is not None else None
    return found.title if found is not None else task.id


def _hints(course: Course, row: ExerciseRow, task: TaskRow) -> tuple[str, ...]:
    exercise = course.exercise(row.name)
    found = exercise.task(task.id) if exercise is not None else None
    return found.hints if found is not None else ()
