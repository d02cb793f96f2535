"""A report in the terminal: the ladder of exercises, then what to look at, then one next command."""

from rich.console import Console
from rich.text import Text

from grader.language.width import columns, padded
from grader.messages import _
from grader.report.chart import chart
from grader.report.escape import printable
from grader.report.plain import LABEL_WIDTH, beside
from grader.report.status import LOOKS, status_words
from grader.report.telling import ExerciseTelling, LadderRow, TaskTelling, Telling
from grader.result.evidence import Curve

_NAME_WIDTH = 22
_NARROWEST = 20  # columns beside the margin; below that nothing can be laid out
_STYLES = {"called": "default", "returned": "red", "expected": "green"}


def make_console() -> Console:
    """Return a console for the report: colours where they are wanted, no guessing at what numbers mean."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def print_report(telling: Telling, console: Console, heading: bool = True) -> None:
    """Print a report; its heading too, unless it stands there already."""
    if heading:
        console.print(Text().append(telling.title, "bold").append(f"  {telling.tests}", "dim"))
    console.print()
    width = max(_NAME_WIDTH, *(len(row.name) + 2 for row in telling.ladder), 0)
    for row in telling.ladder:
        _print_ladder_row(row, console, width)
    for total in telling.totals:
        console.print(Text(f"    {padded(total.title, width - 1)}{total.points:>4}/{total.max_points}", "bold"))
    for exercise in telling.exercises:
        _print_exercise(exercise, console)
    if telling.missing:
        console.print()
        print_wrapped("", Text(printable(telling.missing)), console)
    if telling.practice:
        console.print()
        _print_block("", telling.practice, console, "dim")
    console.print()
    for note in telling.notes:
        print_wrapped("", Text(printable(note), "yellow"), console)
    print_wrapped("", Text(telling.next_step.sentence), console)
    if telling.next_step.command:
        console.print(Text(f"  {telling.next_step.command}"))


def _print_ladder_row(row: LadderRow, console: Console, width: int) -> None:
    look = LOOKS[row.status]
    line = Text().append(f"  {look.sign if _speaks_unicode(console) else look.ascii} ", look.colour)
    line.append(f"{row.name:<{width}}").append(f"{row.points:>3}/{row.max_points:<4}")
    line.append(status_words(row.status), look.colour)
    if row.open_tasks:
        line.append(f"  {', '.join(row.open_tasks)}", "dim")
    console.print(line)


def _print_exercise(exercise: ExerciseTelling, console: Console) -> None:
    if exercise.message:
        console.print()
        _print_heading(exercise.name, exercise, console)
        _print_block("", exercise.message, console)
    for task in exercise.tasks:
        console.print()
        _print_task(task, console)
    if exercise.printed:
        console.print()
        _print_block(_("printed"), exercise.printed.rstrip("\n"), console, "dim")


def _print_task(task: TaskTelling, console: Console) -> None:
    _print_heading(f"{task.exercise} {'·' if _speaks_unicode(console) else '-'} {task.id}", task, console)
    _print_block("", task.requirement, console)
    _print_block("", task.repeated, console, "dim")
    for row in task.evidence:
        _print_block(row.label, row.text, console, _STYLES[row.role])
    _print_block("", task.message, console, "bold")
    if task.curve is not None:
        _print_chart(task.curve, console)
    if task.why is not None:
        _print_block(_("why"), f"{task.why.diagnosis}\n{task.why.advice}", console, "yellow")
    _print_block(_("hint"), task.hint, console, "cyan")
    _print_block(_("printed"), task.printed.rstrip("\n"), console, "dim")


def _print_heading(title: str, one: ExerciseTelling | TaskTelling, console: Console) -> None:
    points = _("{points} of {most} points").format(points=one.points, most=one.max_points)
    console.print(Text().append(title, "bold").append(f"   {points}", "dim"))


def _print_block(label: str, text: str, console: Console, style: str = "default") -> None:
    """Print a label and, beside it, lines that stay together; nothing of an empty text."""
    for margin, line in beside(label, text):
        print_wrapped(f"  {margin}", Text(line, style), console)


def print_wrapped(margin: str, line: Text, console: Console, margin_style: str = "dim") -> None:
    """Print a line beside its margin; in a terminal that is too narrow, in pieces that end at words."""
    width = console.width - columns(margin)
    pieces = line.wrap(console, width) if console.is_terminal and width > _NARROWEST else [line]
    for number, piece in enumerate(pieces):
        console.print(Text().append(margin if number == 0 else " " * columns(margin), margin_style).append_text(piece))


def _print_chart(curve: Curve, console: Console) -> None:
    """Print the learner's losses beside the exact ones, where that helps."""
    lines = chart(curve, console.width - LABEL_WIDTH - 2, _speaks_unicode(console))
    for number, line in enumerate(lines):
        margin = f"  {padded(_('losses') if number == 0 else '', LABEL_WIDTH)}"
        console.print(Text().append(margin, "dim").append(line))


def _speaks_unicode(console: Console) -> bool:
    return console.encoding.lower().startswith("utf")
