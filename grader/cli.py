"""`python -m grader`: the commands, and their exit status. No logic."""

import gc
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from grader.channel import GraderFault
from grader.course import Course, CourseError, Exercise, Task
from grader.feedback import DETAILS, Detail
from grader.messages import _, choose_language
from grader.notebook.commands import notebook
from grader.options import course_option, find_exercises, load_chosen_course
from grader.source import Source
from grader.submission import Submission, SubmissionError, read_submission, read_whatever_is_there

if TYPE_CHECKING:
    from grader.hosts import Graded

HOST_NAMES = ("actions", "classroom", "classroom50", "gradescope")
NOT_ALL_PASSED = 1
USAGE = 2
FAULT = 3


class _RunByDefault(click.Group):
    """A group whose command is `run` where none is named: `python -m grader mse -s work`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_RunByDefault, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="linear-regression-grader", prog_name="grader")
def cli() -> None:
    """Linear regression from scratch: exercises and their grader.

    Without a command, grades your work: python -m grader [EXERCISE…]
    """


cli.add_command(notebook)


def main() -> NoReturn:
    """Run this process's command line, and exit with its status."""
    # a run lives for seconds; by default the collector would look at all modules dozens of times in them
    gc.set_threshold(100_000, 50, 50)
    _leave(status_of(sys.argv[1:]))


def status_of(arguments: list[str]) -> int:
    """Run a command line and return its status: 0 all passed, 1 something did not, 2 wrong usage, 3 a fault of ours."""
    try:
        status = cli.main(arguments, prog_name="python -m grader", standalone_mode=False)
    except click.exceptions.Abort:
        status = _say(_("stopped"), USAGE)
    except click.ClickException as error:
        status = _say(error.format_message(), USAGE)
    except (CourseError, GraderFault) as error:
        status = _say(str(error), FAULT)
    except SubmissionError as error:
        status = _say(str(error), USAGE)
    except KeyboardInterrupt:
        status = _say(_("stopped"), USAGE)
    return status if isinstance(status, int) else 0


def _leave(status: int) -> NoReturn:
    # at once: to take all modules apart, as Python does at its end, takes longer than to write a report
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads any more
        status = status or USAGE
    os._exit(status)


def _say(sentence: str, status: int) -> int:
    click.echo(f"grader: {sentence}", err=True)
    return status


@cli.command()
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]…")
@click.option(
    "-s", "--submission", type=click.Path(path_type=Path), help="A folder with the exercises, a notebook, or a module."
)
@click.option("--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Write the result document.")
@click.option(
    "--html", "html_file", type=click.Path(path_type=Path, dir_okay=False), help="Write the report as a page."
)
@click.option(
    "--salt", envvar="GRADER_SALT", show_envvar=True, help="Draw other examples; marks of right work stay the same."
)
@click.option(
    "--feedback", type=click.Choice(DETAILS), help="What to show of hidden tests (default: as course.toml says)."
)
@click.option("--host", "host_name", type=click.Choice(HOST_NAMES), help="Write what this host reads.")
@click.option(
    "--host-files",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the host's files go, if not where the host has them.",
)
@click.option("--lang", default="en", show_default=True, help="The language of messages.")
@click.option(
    "--isolation",
    type=click.Choice(["best", "required", "off"]),
    default="best",
    show_default=True,
    help="What holds the work that is graded: the best there is here, full isolation or no grading, or only a process.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something did not pass.")
@course_option
def run(
    exercises: tuple[str, ...],
    submission: Path | None,
    json_file: Path | None,
    html_file: Path | None,
    salt: str | None,
    feedback: Detail | None,
    host_name: str | None,
    host_files: Path | None,
    lang: str,
    isolation: str,
    exit_zero: bool,
    course_root: Path | None,
) -> int:
    """Grade your work, or a submission.

    EXERCISE is a name (ex04_mse), a number (4) or a part of a name (mse); without one, everything is graded.
    """
    try:
        choose_language(lang)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    course = load_chosen_course(course_root)
    chosen = find_exercises(course, exercises) if exercises else None
    path = submission or course.root / "exercises"
    if host_name is not None and exercises:
        raise click.UsageError("a host's files list the whole course: leave the exercises out, or --host")
    work = read_submission(course, path, chosen) if host_name is None else read_whatever_is_there(course, path)
    from grader.isolation import LAYERS
    from grader.launcher import Launcher
    from grader.workers import Workers

    attempted = _attempted(course, work)
    layers = () if isolation == "off" else LAYERS
    with Launcher(layers) as launcher, Workers(course.limits, launcher) as workers:
        if attempted:
            workers.prepare()  # now, so that torch loads while this process imports pytest
        from grader.doctor import require_full
        from grader.document import write_document
        from grader.judge import grade
        from grader.plugin import DEFAULT_SALT
        from grader.report import make_console, print_report

        if isolation == "required":
            require_full(workers.isolation())
        detail = feedback or course.feedback.hidden or ("full" if host_name is None else "brief")
        salt = DEFAULT_SALT if salt is None else salt
        document = grade(course, work, workers, chosen, salt=salt, feedback=detail)
    if json_file is not None:
        try:
            write_document(document, json_file)
        except OSError as error:
            raise click.UsageError(f"{json_file}: cannot be written ({error.strerror})") from None
    asked = tuple(work.sources)
    if html_file is not None:
        from grader.html import page

        _write(html_file, page(document, course, asked, work.notes))
    rows = [document.exercise(name) for name in asked]
    fault = any(row.status == "not_judged" for row in rows)
    if host_name is None:
        print_report(document, course, make_console(), asked, notes=work.notes)
    else:
        from grader.hosts import Graded

        exit_zero |= _deliver(host_name, Graded(document, course, path, work.notes, host_files), fault)
    if fault:
        return FAULT
    return 0 if exit_zero or all(row.status == "passed" for row in rows) else NOT_ALL_PASSED


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"{path}: cannot be written ({error.strerror})") from None


def _deliver(host_name: str, graded: "Graded", fault: bool) -> bool:
    """Print the report and write the host's files; returns whether missing points are no matter of exit status."""
    from grader.hosts import HOSTS
    from grader.hosts.workflow import commands_stopped
    from grader.report import make_console, print_report

    host = HOSTS[host_name]
    with commands_stopped() if host.reads_commands else nullcontext():
        names = tuple(row.name for row in graded.document.exercises)
        print_report(graded.document, graded.course, make_console(), names, notes=graded.notes)
    # without a file from us the others call it an error of the grading, which it is, and record no mark
    if host.reads_exit_status or not fault:
        try:
            host.deliver(graded)
        except OSError as error:
            raise click.UsageError(f"{error.filename}: cannot be written ({error.strerror})") from None
    return not host.reads_exit_status


def _attempted(course: Course, work: Submission) -> list[Source]:
    found = []
    for exercise in course.exercises:
        source = work.sources.get(exercise.name)
        if isinstance(source, Source) and any(map(source.is_attempted, exercise.functions)):
            found.append(source)
    return found


@cli.command("watch")
@click.option("-s", "--submission", type=click.Path(path_type=Path, file_okay=False), help="The folder to watch.")
@course_option
def watch_folder(submission: Path | None, course_root: Path | None) -> None:
    """Save a file, see its exercise graded."""
    course = load_chosen_course(course_root)
    folder = submission or course.root / "exercises"
    read_submission(course, folder)  # says what is wrong with the folder, if anything is
    from grader.plugin import DEFAULT_SALT
    from grader.report import make_console
    from grader.watch import Watch, pressed_keys

    with pressed_keys() as keys:
        Watch(course, folder, make_console(), DEFAULT_SALT).run(keys)


@cli.command("list")
@course_option
def list_exercises(course_root: Path | None) -> None:
    """Show the exercises, their tasks and points."""
    course = load_chosen_course(course_root)
    click.echo(course.title)
    for exercise in course.exercises:
        click.echo(f"\n{exercise.name}  {exercise.title}  ({exercise.points} points)")
        for task in exercise.tasks:
            click.echo(f"  {task.points:>3}  {task.id:<18} {task.title}")
    click.echo("\n" + _("{points} points in all").format(points=course.points))


@cli.command()
@click.argument("what", metavar="EXERCISE[.TASK]")
@click.argument("number", type=click.IntRange(min=1), default=1, metavar="[N]")
@course_option
def hint(what: str, number: int, course_root: Path | None) -> None:
    """Show hint N of a task; each next one says more."""
    course = load_chosen_course(course_root)
    name, _dot, task_id = what.removesuffix(".py").partition(".")
    (exercise,) = find_exercises(course, (name,))
    tasks = exercise.tasks
    if task_id:
        task = exercise.task(task_id)
        if task is None:
            known = ", ".join(task.id for task in tasks)
            raise click.UsageError(f"{exercise.name} has no task {task_id!r}; its tasks are: {known}")
        tasks = (task,)
    for task in tasks:
        _show_hint(exercise, task, number)


def _show_hint(exercise: Exercise, task: Task, number: int) -> None:
    count = len(task.hints)
    at = min(number, count)
    click.echo(f"{exercise.name}.{task.id}: {task.title}  ({_('hint {n} of {count}').format(n=at, count=count)})")
    click.echo(f"  {task.hints[at - 1]}")
    if at < count:
        click.echo(
            "  " + _("more: {command}").format(command=f"python -m grader hint {exercise.name}.{task.id} {at + 1}")
        )


@cli.command()
@click.argument("what", metavar="EXERCISE")
@click.option("--yes", is_flag=True, help="Do not ask.")
@course_option
def reset(what: str, yes: bool, course_root: Path | None) -> None:
    """Start an exercise again: its stub comes back, your file is kept as a backup."""
    from grader.stubs import StubError, pristine_stub, reset_stub

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


@cli.command()
@course_option
def doctor(course_root: Path | None) -> None:
    """Show what this machine has, and what was found to hold the work that is graded."""
    from grader.doctor import examine

    for line in examine(load_chosen_course(course_root)):
        click.echo(line)


@cli.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--host", type=click.Choice(HOST_NAMES), default="actions", show_default=True, help="Where it is graded.")
@click.option("--include-hidden", is_flag=True, help="Give learners the hidden tests too.")
@click.option("--notebooks", is_flag=True, help="Give learners a notebook of the whole course too.")
@click.option("--check", "only_check", is_flag=True, help="Make nothing: does the tree OUT give answers away?")
@course_option
def bundle(
    out: Path, host: str, include_hidden: bool, notebooks: bool, only_check: bool, course_root: Path | None
) -> int:
    """For instructors: make the folder OUT, the repository that learners get.

    With --host classroom50 or gradescope OUT holds two: learner, and the autograder that goes to the host.
    """
    from grader.bundle import BundleError, find_leaks, make_bundle

    course = load_chosen_course(course_root)
    if only_check and not out.is_dir():
        raise click.UsageError(f"{out}: there is no such folder to look into")
    try:
        made = None if only_check else make_bundle(course, out, host, include_hidden, notebooks)
        if made is None:
            leaks = find_leaks(course, out, include_hidden)
    except BundleError as error:
        raise click.UsageError(str(error)) from None
    if made is None:
        for leak in leaks:
            click.echo(leak)
        click.echo("No answer is in there." if not leaks else f"{len(leaks)} answers are in there.")
        return NOT_ALL_PASSED if leaks else 0
    click.echo(f"{made.learners}: what learners get, without an answer in it")
    if made.autograder is not None:
        click.echo(f"{made.autograder}: what grades them")
    return 0


@cli.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a stub is out of date.")
@course_option
def sync(only_check: bool, course_root: Path | None) -> int:
    """For authors: write the stubs from the solutions."""
    from grader.stubs import StubError, stale_stubs, write_stubs

    course = load_chosen_course(course_root)
    try:
        changed = stale_stubs(course) if only_check else write_stubs(course)
    except StubError as error:
        raise click.UsageError(str(error)) from None
    for path in changed:
        click.echo(f"{path}: out of date. Run: python -m grader sync" if only_check else f"{path}: written")
    if not changed:
        click.echo(_("Every stub is up to date."))
    return NOT_ALL_PASSED if only_check and changed else 0


@cli.command()
@click.option("--quick", is_flag=True, help="Leave out the known wrong and right answers, which take a minute or two.")
@course_option
def check(quick: bool, course_root: Path | None) -> int:
    """For authors: the repository proves itself."""
    from grader.selfcheck import check_course

    course = load_chosen_course(course_root)
    problems = 0
    for title, found in check_course(course, quick):
        click.echo(f"{'ok  ' if not found else 'FAIL'}  {title}")
        for problem in found:
            click.echo(f"        {problem}")
        problems += len(found)
    click.echo(f"{problems} problems" if problems else "The repository is as it should be.")
    return NOT_ALL_PASSED if problems else 0
