"""A report as Markdown, for job summaries, releases and other pages: the ladder, then each failure.

Whatever a learner's code chose stands inside a fence; everything outside one is the course's own text. What to do next
stands above the failures, since a page may be cut.
"""

from collections.abc import Iterator

from grader.messages import _
from grader.report.chart import chart
from grader.report.escape import fenced, inline
from grader.report.next_step import NextStep
from grader.report.plain import evidence_as_text
from grader.report.status import LOOKS, status_words
from grader.report.telling import ExerciseTelling, TaskTelling, Telling
from grader.result.evidence import Curve

_CHART_WIDTH = 80
MOST = 100_000  # characters of a page; a release may have 125,000, a job summary a megabyte


def as_markdown(telling: Telling, most: int = MOST) -> str:
    """Return a report, at most about `most` characters long: what finds no room is named."""
    pieces = [f"## {inline(telling.title)}: {_points(telling.points, telling.max_points)}"]
    pieces.append("\n".join(_ladder(telling)))
    if telling.practice:
        pieces.append(inline(telling.practice))
    pieces += [*map(fenced, filter(None, (telling.missing, *telling.notes))), _next(telling.next_step)]
    length = sum(map(len, pieces))
    for number, exercise in enumerate(telling.exercises):
        section = "\n\n".join(_exercise(exercise))
        length += len(section)
        if length > most:
            left = ", ".join(one.name for one in telling.exercises[number:])
            pieces.append(_("There is no room here for: {exercises}.").format(exercises=left))
            break
        pieces.append(section)
    return "\n\n".join(pieces) + "\n"


def task_as_markdown(task: TaskTelling) -> str:
    """Return what there is to say of a task, without a heading."""
    return "\n\n".join(_task(task))


def _points(points: int, most: int) -> str:
    return _("{points} of {most} points").format(points=points, most=most)


def _ladder(telling: Telling) -> Iterator[str]:
    yield f"| | {telling.tests} | {_('points')} | |"
    yield "|---|---|---:|---|"
    for row in telling.ladder:
        named = f": {', '.join(row.open_tasks)}" if row.open_tasks else ""
        points = f"{row.points}/{row.max_points}"
        yield f"| {LOOKS[row.status].emoji} | {row.name} | {points} | {status_words(row.status)}{named} |"
    for total in telling.totals:
        yield f"| | **{total.title}** | **{total.points}/{total.max_points}** | |"


def _next(step: NextStep) -> str:
    return inline(step.sentence) + (f" `{step.command}`" if step.command else "")


def _exercise(exercise: ExerciseTelling) -> Iterator[str]:
    if exercise.message:
        yield f"### {exercise.name} ({_points(exercise.points, exercise.max_points)})"
        yield fenced(exercise.message)
    for task in exercise.tasks:
        yield f"### {task.exercise} · {task.id} ({_points(task.points, task.max_points)})"
        yield from _task(task)
    yield from _printed(exercise.printed)


def _task(task: TaskTelling) -> Iterator[str]:
    yield inline(task.requirement)
    if task.repeated:
        yield inline(task.repeated)
        return
    yield fenced(evidence_as_text(task))
    if task.curve is not None:
        yield from _chart(task.curve)
    if task.why is not None:
        yield f"**{_('why')}:** {inline(f'{task.why.diagnosis} {task.why.advice}')}"
    yield f"**{_('hint')}:** `{task.hint}`"
    yield from _printed(task.printed)


def _printed(text: str) -> Iterator[str]:
    if text:
        yield _("printed") + ":"
        yield fenced(text)


def _chart(curve: Curve) -> Iterator[str]:
    lines = [line.plain.rstrip() for line in chart(curve, _CHART_WIDTH)]
    if lines:
        yield fenced("\n".join(lines))
