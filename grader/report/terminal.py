"""The terminal report: the ladder of exercises, then what to look at, then one next command."""

import re
import shlex
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from grader.course.file import Course
from grader.messages import _
from grader.report.chart import chart
from grader.report.escape import printable
from grader.result.document import Document, ExerciseRow, FailureRow, Status, TaskRow
from grader.result.evidence import Curve

COMMAND = "python -m grader"
_LABEL_WIDTH = 10
_STYLES: dict[Status, str] = {
    "passed": "green",
    "failed": "red",
    "error": "magenta",
    "not_attempted": "dim",
    "not_judged": "yellow",
}
_MARKS: dict[Status, tuple[str, str]] = {  # for terminals that know Unicode, and for those that do not
    "passed": ("✓", "+"),
    "failed": ("✗", "x"),
    "error": ("!", "!"),
    "not_attempted": ("·", "."),
    "not_judged": ("?", "?"),
}


def make_console() -> Console:
    """Return a console for the report: colours where they are wanted, no guessing at what numbers mean."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    if isinstance(sys.stdout, object) and hasattr(sys.stdout, "reconfigure"):
        # an old terminal may lack a character that a learner printed; that must not end the report
        sys.stdout.reconfigure(errors="replace")
    return console


def status_words(status: Status) -> str:
    """A status as a learner reads it."""
    return {
        "passed": _("passed"),
        "failed": _("failed"),
        "error": _("error"),
        "not_attempted": _("not attempted"),
        "not_judged": _("not judged"),
    }[status]


def print_report(
    document: Document,
    course: Course,
    console: Console,
    names: tuple[str, ...],
    details: tuple[str, ...] | None = None,
    notes: tuple[str, ...] = (),
    following: tuple[str, ...] | None = None,
) -> None:
    """Print the ladder of some exercises, their failures, and what to do next.

    Args:
        document: what to report.
        course: has the title.
        console: where to print.
        names: the exercises to list.
        details: those to say more about; None for all of them.
        notes: sentences about what was chosen of the submission.
        following: what to do next, if the commands of the command line are not at hand.
    """
    rows = [row for row in document.exercises if row.name in names]
    console.print(Text().append(course.title, "bold").append(f"  {tests_said(document)}", "dim"))
    console.print()
    _print_ladder(rows, console)
    _print_total(rows, console)
    shown = [row for row in rows if details is None or row.name in details]
    for row in shown:
        if row.status not in ("passed", "not_attempted") or any(task.failures for task in row.tasks):
            _print_exercise(row, console)
    if document.isolation != "full":
        console.print()
        _print_block("", practice_marks(), console, "dim")
    console.print()
    for note in notes:
        console.print(Text(printable(note), "yellow"))
    unfinished = next((row for row in (*shown, *rows) if row.status != "passed"), None)
    for line in next_step(document, unfinished) if following is None else following:
        console.print(Text(line))


def practice_marks() -> str:
    """What to know about marks that were made without full isolation."""
    return _("These marks are for practice. For marks that count, grade on Linux, in WSL2 or in a container.")


def tests_said(document: Document) -> str:
    """Which tests ran."""
    if document.tests == ("public",):
        return _("public tests")
    return _("public and hidden tests")


def _print_ladder(rows: Iterable[ExerciseRow], console: Console) -> None:
    for row in rows:
        style = _STYLES[row.status]
        line = Text().append(f"  {_mark(row.status, console)} ", style)
        line.append(f"{row.name:<22}").append(f"{row.points:>3}/{row.max_points:<4}")
        line.append(status_words(row.status), style)
        open_tasks = [task.id for task in row.tasks if task.status != "passed"]
        if len(open_tasks) < len(row.tasks) and open_tasks:
            line.append(f"  {', '.join(open_tasks)}", "dim")
        console.print(line)


def _print_total(rows: list[ExerciseRow], console: Console) -> None:
    earned, most = sum(row.points for row in rows), sum(row.max_points for row in rows)
    console.print(Text(f"    {_('total'):<21}{earned:>4}/{most}", "bold"))


def _print_exercise(row: ExerciseRow, console: Console) -> None:
    if row.message and row.status != "not_attempted":
        console.print()
        _print_heading(row.name, _("{points} of {most} points").format(points=0, most=row.max_points), console)
        _print_block("", row.message, console)
    shown: set[tuple[str, str, str]] = set()
    named: set[str | None] = set()
    charted: set[Curve] = set()
    for task in row.tasks:
        if task.failures:
            failure = most_telling(task.failures)
            # of a hidden test there may be no call to compare
            repeated = bool(failure.called) and way_of_failing(failure) in shown
            _print_task(row, task, failure, console, named, charted, repeated)
            shown.add(way_of_failing(failure))
    if row.output:
        console.print()
        _print_block(_("printed"), row.output.rstrip("\n"), console, "dim")


def most_telling(failures: tuple[FailureRow, ...]) -> FailureRow:
    """The failure to show of a task: a broken rule explains the rest; otherwise the first test is the simplest."""
    return next((failure for failure in failures if failure.kind == "rule"), failures[0])


def way_of_failing(failure: FailureRow) -> tuple[str, str, str]:
    """What two failures that show the same share: an exception with the same line is one mistake for any arguments."""
    if failure.kind != "exception":
        return failure.called, failure.returned, failure.expected
    said, _newline, where = failure.returned.partition("\n")
    return "", f"{re.sub(r'[0-9]+', '#', said)}\n{where}", failure.expected


def _print_task(
    row: ExerciseRow,
    task: TaskRow,
    failure: FailureRow,
    console: Console,
    named: set[str | None],
    charted: set[Curve],
    repeated: bool,
) -> None:
    console.print()
    points = _("{points} of {most} points").format(points=task.points, most=task.max_points)
    _print_heading(
        f"{row.name} · {task.id}" if _speaks_unicode(console) else f"{row.name} - {task.id}", points, console
    )
    _print_block("", failure.requirement, console)
    if repeated:
        _print_block("", _("This failed in the same way as above."), console, "dim")
        return
    for label, text, style in evidence_rows(failure):
        _print_block(label, text, console, style)
    if failure.curve is not None and failure.curve not in charted:
        _print_chart(failure.curve, console)
        charted.add(failure.curve)
    if failure.advice and failure.misconception not in named:
        _print_block(_("why"), failure.advice, console, "yellow")
        named.add(failure.misconception)
    _print_block(_("hint"), f"{COMMAND} hint {row.name}.{task.id}", console, "cyan")


def evidence_rows(failure: FailureRow) -> list[tuple[str, str, str]]:
    """What a failure shows, in order: a label, a text that may be empty, and a colour."""
    rows = [
        (_("rule") if failure.kind == "rule" else _("called"), failure.called, "default"),
        (_outcome_label(failure), failure.returned, "red"),
    ]
    if failure.kind not in ("exception", "timeout", "crash"):
        rows.append((_("expected"), failure.expected, "green"))
    return [*rows, ("", failure.message, "bold")]


def _outcome_label(failure: FailureRow) -> str:
    if failure.kind == "exception":
        return _("raised")
    return _("ended") if failure.kind in ("timeout", "crash") else _("returned")


def _print_heading(title: str, points: str, console: Console) -> None:
    console.print(Text().append(title, "bold").append(f"   {points}", "dim"))


def _print_block(label: str, text: str, console: Console, style: str = "default") -> None:
    """Print a label and, beside it, lines that stay together."""
    for margin, line in beside(label, text):
        console.print(Text().append(f"  {margin}", "dim").append(line, style))


def beside(label: str, text: str) -> list[tuple[str, str]]:
    """The lines of a text, each with its margin: the first has the label in it."""
    lines = printable(text).splitlines() if text else []
    return [(f"{label if number == 0 else '':<{_LABEL_WIDTH}}", line) for number, line in enumerate(lines)]


def _print_chart(curve: Curve, console: Console) -> None:
    """Print the learner's losses beside the exact ones, where that helps."""
    lines = chart(curve, console.width - _LABEL_WIDTH - 2, _speaks_unicode(console))
    for number, line in enumerate(lines):
        margin = f"  {_('losses') if number == 0 else '':<{_LABEL_WIDTH}}"
        console.print(Text().append(margin, "dim").append(line))


def next_step(document: Document, unfinished: ExerciseRow | None) -> list[str]:
    """The sentence at the end of a report, and the command after it: what to do now."""
    if unfinished is None:
        if document.tests == ("public",):
            return [_("All public tests passed. The hidden tests run when your work is handed in.")]
        return [_("All tests passed.")]
    if document.submission.endswith(".ipynb"):
        return _next_step_in_notebook(unfinished, document.submission)
    if unfinished.status == "not_attempted":
        return [
            _("Next: read exercises/{name}.md, fill in exercises/{name}.py, then run:").format(name=unfinished.name),
            f"  {COMMAND} {unfinished.name}",
        ]
    return [_("Next: change {name}.py, then run:").format(name=unfinished.name), f"  {COMMAND} {unfinished.name}"]


def _next_step_in_notebook(unfinished: ExerciseRow, path: str) -> list[str]:
    said = _("Next: fill in {name} in {file}, save it, then run:")
    if unfinished.status != "not_attempted":
        said = _("Next: change {name} in {file}, save it, then run:")
    shown = printable(path)
    return [said.format(name=unfinished.name, file=shown), f"  {COMMAND} {unfinished.name} -s {shlex.quote(shown)}"]


def _mark(status: Status, console: Console) -> str:
    return _MARKS[status][0 if _speaks_unicode(console) else 1]


def _speaks_unicode(console: Console) -> bool:
    return console.encoding.lower().startswith("utf")
