"""The commands that a learner types besides grading: watch, list, hint, reset, doctor."""

import contextlib
import shutil
import sys
from pathlib import Path

import click

from grader.cli.options import course_option, find_exercises, load_chosen_course, submission_option, track_option
from grader.course.stubs import StubError, pristine_stub, reset_stub
from grader.language.width import folded
from grader.messages import _
from grader.session.hints import hint_lines
from grader.submission.finding import read_submission


@click.command("watch")
@submission_option("The folder to watch.", file_okay=False)
@course_option
def watch_command(submission: Path | None, course_root: Path | None) -> None:
    """Save a file, see its exercise graded."""
    course = load_chosen_course(course_root, submission)
    folder = submission or course.root
    click.echo(_("{title}: starting …").format(title=course.title))  # it takes a while until torch has loaded
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is one way to end it
        read_submission(course, folder)  # says what is wrong with the folder, if anything is
        from grader.report.terminal import make_console
        from grader.session.interruption import Interruption
        from grader.session.keys import pressed_keys
        from grader.session.watch import Watch

        with pressed_keys() as keys, Interruption() as interruption:
            Watch(course, folder, make_console(), interruption).run(keys)


@click.command("list")
@track_option
@course_option
def list_command(track: str | None, course_root: Path | None) -> None:
    """Show the exercises, their tasks and points."""
    chosen = load_chosen_course(course_root, track=track)
    names = dict.fromkeys(exercise.track for exercise in chosen.exercises)
    for number, shown in enumerate(track for track in chosen.tracks if track.name in names):
        course = chosen.track(shown.name)
        click.echo(("\n" if number else "") + shown.title)
        for exercise in course.exercises:
            points = _("{points} points").format(points=exercise.points)
            click.echo(f"\n{exercise.name}  {exercise.title}  ({points})")
            for task in exercise.tasks:
                click.echo(f"  {task.points:>3}  {task.id:<18} {task.title}")
        click.echo("\n" + _("{points} points in all").format(points=course.points))


@click.command("hint")
@click.argument("what", metavar="EXERCISE[.TASK]")
@click.argument("number", default="1", metavar="[N]")
@course_option
def hint_command(what: str, number: str, course_root: Path | None) -> None:
    """Show hint N of a task; each next one says more."""
    course = load_chosen_course(course_root)
    if not number.isdecimal() or int(number) == 0:
        raise click.UsageError(
            _("{number}: which hint? Give a number, as in: python -m grader hint {what} 2").format(
                number=number, what=what
            )
        )
    try:
        lines = list(hint_lines(course, what, int(number), "python -m grader hint {task} {number}"))
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from None
    if sys.stdout.isatty():  # a terminal would break a line anywhere
        width = shutil.get_terminal_size().columns
        lines = [piece for line in lines for piece in folded(line, width)]
    click.echo("\n".join(lines))


@click.command("reset")
@click.argument("what", metavar="EXERCISE")
@click.option("--yes", is_flag=True, help="Do not ask.")
@course_option
def reset_command(what: str, yes: bool, course_root: Path | None) -> None:
    """Start an exercise again: its stub comes back, your file is kept as a backup."""
    course = load_chosen_course(course_root)
    (exercise,) = find_exercises(course, (what,))
    try:
        pristine_stub(course, exercise)
        path = course.path("exercises", exercise)
        if not yes and path.exists():
            click.confirm(
                _("Put the stub back into {path}? Your file is kept beside it.").format(path=path), abort=True
            )
        backup = reset_stub(course, exercise)
    except StubError as error:
        raise click.UsageError(str(error)) from None
    if backup is not None:
        click.echo(_("Your file is now {path}.").format(path=backup))
    click.echo(_("{name} is a stub again.").format(name=exercise.name))


@click.command("doctor")
@course_option
def doctor_command(course_root: Path | None) -> None:
    """Show what this machine has, and what was found to hold the work that is graded."""
    from grader.session.doctor import examine

    for line in examine(load_chosen_course(course_root)):
        click.echo(line)
