"""The document as Markdown, for job summaries, releases and other pages: the ladder, then each failure.

Whatever a learner's code chose stands inside a fence; everything outside one is the course's own text.
"""

from collections.abc import Iterator

from grader.course.file import Course
from grader.messages import _
from grader.report.chart import chart
from grader.report.escape import fenced, inline
from grader.report.terminal import (
    COMMAND,
    beside,
    evidence_rows,
    most_telling,
    next_step,
    practice_marks,
    status_words,
    tests_said,
)
from grader.result.document import Document, ExerciseRow, FailureRow, Status, TaskRow
from grader.result.evidence import Curve

_CHART_WIDTH = 80
MOST = 100_000  # characters of a page; a release may have 125,000, a job summary a megabyte
_MARKS: dict[Status, str] = {
    "passed": "✅",
    "failed": "❌",
    "error": "💥",
    "not_attempted": "⬜",
    "not_judged": "❔",
}


def as_markdown(document: Document, course: Course, notes: tuple[str, ...] = (), most: int = MOST) -> str:
    """Return the report of a whole document, and notes on what was graded, at most about `most` characters long."""
    held = [] if document.isolation == "full" else [inline(practice_marks())]
    heading = f"## {inline(course.title)}: {_points(document.points, document.max_points)}"
    pieces = [heading, "\n".join(_ladder(document)), *held, *map(fenced, notes), *_next(document)]
    length = sum(map(len, pieces))
    rows = [row for row in document.exercises if row.status not in ("passed", "not_attempted") or _has_failures(row)]
    for number, row in enumerate(rows):
        section = exercise_as_markdown(row)
        length += len(section)
        if length > most:
            left = ", ".join(row.name for row in rows[number:])
            pieces.append(_("There is no room here for: {exercises}.").format(exercises=left))
            break
        pieces.append(section)
    return "\n\n".join(pieces) + "\n"


def exercise_as_markdown(row: ExerciseRow) -> str:
    """Return what there is to say of one exercise, under headings of the third level."""
    pieces = []
    drawn: set[Curve] = set()
    if row.message and row.status != "not_attempted":
        pieces += [f"### {row.name} ({_points(row.points, row.max_points)})", fenced(row.message)]
    for task in row.tasks:
        if task.failures:
            title = f"### {row.name} · {task.id} ({_points(task.points, task.max_points)})"
            pieces += [title, task_as_markdown(row, task, drawn)]
    if row.output:
        pieces += [_("printed") + ":", fenced(row.output)]
    return "\n\n".join(pieces)


def task_as_markdown(row: ExerciseRow, task: TaskRow, drawn: set[Curve] | None = None) -> str:
    """Return the most telling failure of a task: requirement, evidence, misconception, hint; "" where there is none.

    Args:
        row: the exercise.
        task: one of its tasks.
        drawn: the losses that were drawn before, which the tasks of an exercise often share; added to.
    """
    if not task.failures:
        return ""
    failure = most_telling(task.failures)
    pieces = [inline(failure.requirement), fenced(evidence_as_text(failure))]
    if failure.curve is not None and failure.curve not in (drawn or ()):
        lines = [line.plain.rstrip() for line in chart(failure.curve, _CHART_WIDTH)]
        pieces += [fenced("\n".join(lines))] if lines else []
        if drawn is not None:
            drawn.add(failure.curve)
    if failure.advice:
        pieces.append(f"**{_('why')}:** {inline(failure.advice)}")
    pieces.append(f"**{_('hint')}:** `{COMMAND} hint {row.name}.{task.id}`")
    return "\n\n".join(pieces)


def evidence_as_text(failure: FailureRow) -> str:
    """Return a failure's call, result and expected value as lines beside their labels, as the terminal shows them."""
    rows = [line for label, text, _style in evidence_rows(failure) for line in beside(label, text)]
    return "\n".join(f"{margin}{line}".rstrip() for margin, line in rows)


def _points(points: int, most: int) -> str:
    return _("{points} of {most} points").format(points=points, most=most)


def _has_failures(row: ExerciseRow) -> bool:
    return any(task.failures for task in row.tasks)


def _ladder(document: Document) -> Iterator[str]:
    yield f"| | {tests_said(document)} | {_('points')} | |"
    yield "|---|---|---:|---|"
    for row in document.exercises:
        open_tasks = [task.id for task in row.tasks if task.status != "passed"]
        named = f": {', '.join(open_tasks)}" if 0 < len(open_tasks) < len(row.tasks) else ""
        points = f"{row.points}/{row.max_points}"
        yield f"| {_MARKS[row.status]} | {row.name} | {points} | {status_words(row.status)}{named} |"
    yield f"| | **{_('total')}** | **{document.points}/{document.max_points}** | |"


def _next(document: Document) -> list[str]:
    unfinished = next((row for row in document.exercises if row.status != "passed"), None)
    said, *commands = next_step(document, unfinished)
    return [inline(said) + "".join(f" `{command.strip()}`" for command in commands)]
