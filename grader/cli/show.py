"""`python -m grader show` and `explore`: the learner's own functions, drawn, and a page to try things on. No points."""

from pathlib import Path

import click

from grader.cli.options import (
    check_result_files,
    course_option,
    find_exercises,
    load_chosen_course,
    submission_option,
)
from grader.cli.status import NOT_ALL_PASSED
from grader.course.file import SHOWS
from grader.messages import _
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.submission.finding import read_submission


def _numbers(_context: click.Context, _option: click.Parameter, text: str | None) -> tuple[float, ...] | None:
    """Numbers with commas between them: 2,1."""
    try:
        return None if text is None else tuple(float(one) for one in text.split(","))
    except ValueError:
        sentence = _("{value!r} is not numbers with commas between them, such as 2,1")
        raise click.BadParameter(sentence.format(value=text)) from None


@click.command("show")
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]…")
@click.option("--lr", type=float, help="The learning rate.")
@click.option("--epochs", type=int, help="How many epochs.")
@click.option("--start", callback=_numbers, metavar="W,B", help="Weight and bias to start from, as in 2,1.")
@click.option(
    "--html", "html_file", type=click.Path(path_type=Path, dir_okay=False), help="Write a page that stands alone."
)
@click.option("--all", "sheet", is_flag=True, help="Your whole run on one sheet: line, way, losses, predictions.")
@submission_option("A folder with the exercises, a notebook, or a module.")
@course_option
def show_command(
    exercises: tuple[str, ...],
    lr: float | None,
    epochs: int | None,
    start: tuple[float, ...] | None,
    html_file: Path | None,
    sheet: bool,
    submission: Path | None,
    course_root: Path | None,
) -> int:
    """Draw your own functions on the lecture's data, right or wrong. Nothing of it costs or gives points.

    EXERCISE is a name (ex04_mse), a number (4) or a part of a name (mse).
    """
    check_result_files(html_file, submission=submission)
    course = load_chosen_course(course_root, submission)
    if sheet == bool(exercises):
        sentence = _("name an exercise, as in: python -m grader show 3, or give --all for your whole run")
        raise click.UsageError(sentence)
    chosen = find_exercises(course, exercises) if exercises else course.exercises
    with Launcher() as launcher, Workers(course.limits, launcher) as workers:
        workers.prepare()  # torch loads in its own process, while this one imports what draws
        from grader.drawing.course import Wishes, load_shows
        from grader.drawing.draw import draw_exercise, draw_sheet
        from grader.drawing.terminal import print_drawing
        from grader.report.terminal import make_console

        shows = load_shows(course)
        if not shows.exercises:
            raise click.UsageError(_("this course has nothing to show: there is no {file}").format(file=SHOWS))
        work = read_submission(course, submission or course.root, None if sheet else chosen)
        if sheet:
            drawings = draw_sheet(course, shows, work, workers)
        else:
            wishes = Wishes(lr, epochs, start)
            try:
                drawings = tuple(draw_exercise(course, shows, work, workers, one, wishes) for one in chosen)
            except ValueError as error:
                raise click.UsageError(str(error)) from None
    console = make_console()
    if html_file is None:
        for number, drawing in enumerate(drawings):
            if number:
                console.print()
            print_drawing(drawing, console)
    else:
        from grader.drawing.html import page

        title = _("{title}: your run") if sheet else "{title}"
        _write(html_file, page(title.format(title=course.title), drawings))
        for drawing in drawings:
            if drawing.problem:
                click.echo(f"{drawing.title}: {drawing.problem}")
    return 0 if any(drawing.pictures for drawing in drawings) else NOT_ALL_PASSED


@click.command("explore")
@click.argument("out", metavar="OUT.html", type=click.Path(path_type=Path, dir_okay=False))
@course_option
def explore_command(out: Path, course_root: Path | None) -> None:
    """Write one page to try things on: drag weight and bias, choose a learning rate, step. It needs no network."""
    check_result_files(out)
    course = load_chosen_course(course_root)
    from grader.course.explorer import NoExplorerError, explorer_page

    try:
        _write(out, explorer_page(course))
    except NoExplorerError as error:
        raise click.UsageError(str(error)) from None


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        sentence = _("{path}: cannot be written ({why})").format(path=path, why=error.strerror)
        raise click.UsageError(sentence) from None
    click.echo(_("{path}: written; open it in a browser.").format(path=path))
