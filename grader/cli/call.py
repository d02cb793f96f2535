"""`python -m grader call`: a failing call in Python, ready to be pasted or saved."""

from pathlib import Path

import click

from grader.cli.options import course_option, find_exercises, load_chosen_course, submission_option
from grader.course.file import Course, Exercise
from grader.isolation import LAYERS
from grader.messages import _
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.result.document import FailureRow
from grader.submission.finding import read_submission


@click.command("call")
@click.argument("what", metavar="EXERCISE[.TASK]")
@submission_option("A folder with the exercises, a notebook, or a module.")
@course_option
def call_command(what: str, submission: Path | None, course_root: Path | None) -> None:
    """Print a call that goes wrong as Python: paste it, or save it beside your file and run it."""
    course = load_chosen_course(course_root, submission)
    name, _dot, task = what.removesuffix(".py").partition(".")
    (exercise,) = find_exercises(course, (name,))
    course = course.holding((exercise,))
    if task and exercise.task(task) is None:
        known = ", ".join(one.id for one in exercise.tasks)
        sentence = _("{exercise} has no task {task!r}; its tasks are: {known}")
        raise click.UsageError(sentence.format(exercise=exercise.name, task=task, known=known))
    failure = _first_failure(course, exercise, task, submission or course.root)
    if failure is None:
        click.echo(_("There is no failing call in {what} to show.").format(what=what), err=True)
        return
    click.echo(f"# {failure.requirement}")
    click.echo(failure.program)


def _first_failure(course: Course, exercise: Exercise, task: str, path: Path) -> FailureRow | None:
    """The first failure that has a call; the same as in the report of the same tests."""
    work = read_submission(course, path, (exercise,))
    with Launcher(LAYERS) as launcher, Workers(course.limits, launcher=launcher) as workers:
        workers.prepare()
        from grader.judge.run import grade

        document = grade(course, work, workers, (exercise,), feedback=course.feedback.hidden or "full")
    rows = [row for row in document.exercise(exercise.name).tasks if task in ("", row.id)]
    return next((failure for row in rows for failure in row.failures if failure.program), None)
