"""The commands of authors: new, sync, check."""

from pathlib import Path

import click

from grader.cli.options import course_option, find_exercises, load_chosen_course
from grader.cli.status import NOT_ALL_PASSED
from grader.course.file import load_course
from grader.course.start import StartError, start_course
from grader.course.stubs import StubError, stale_stubs, write_stubs
from grader.course.translation import is_translated
from grader.messages import _


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="What people call the course (default: the folder's name).")
def new_command(folder: Path, title: str | None) -> None:
    """For authors: begin a course in FOLDER, with one exercise and all that belongs to it."""
    try:
        course = start_course(folder, title)
    except StartError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"{error.filename or folder}: cannot be written ({error.strerror})") from None
    click.echo(f"{folder}: {course.title}, with the exercise {course.exercises[0].name}")
    click.echo(f"Next: cd {folder} && python -m grader check")


@click.command("sync")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if something is out of date.")
@course_option
def sync_command(only_check: bool, course_root: Path | None) -> int:
    """For authors: write the stubs from the solutions, and new sentences into the catalogues of other languages."""
    course = load_course(load_chosen_course(course_root).root)  # in English, whatever the author reads
    try:
        changed = stale_stubs(course) if only_check else write_stubs(course)
        if is_translated(course):
            from grader.proof.catalogues import stale_catalogues, write_catalogues

            changed += stale_catalogues(course) if only_check else write_catalogues(course)
    except ImportError as error:
        raise click.UsageError(f"{error.name} is missing: pip install -e '.[authors]'") from None
    except StubError as error:
        raise click.UsageError(str(error)) from None
    for path in changed:
        click.echo(f"{path}: out of date. Run: python -m grader sync" if only_check else f"{path}: written")
    if not changed:
        click.echo(_("Every stub and every catalogue is up to date."))
    return NOT_ALL_PASSED if only_check and changed else 0


@click.command("check")
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]…")
@click.option("--quick", is_flag=True, help="Leave out the known wrong and right answers, which take a minute or two.")
@course_option
def check_command(exercises: tuple[str, ...], quick: bool, course_root: Path | None) -> int:
    """For authors: the repository proves itself, or some exercises of it.

    With EXERCISE only that one is looked at, and nothing that concerns the whole course.
    """
    from grader.proof.check import check_course  # with pytest and all tests, which the other commands do without

    course = load_chosen_course(course_root)
    if not (course.root / "solutions").is_dir():
        raise click.UsageError(f"{course.root}: there are no solutions here; check needs the instructors' repository")
    chosen = find_exercises(course, exercises) if exercises else None
    problems = 0
    for title, found in check_course(course, quick, chosen):
        click.echo(f"{'ok  ' if not found else 'FAIL'}  {title}")
        for problem in found:
            click.echo(f"        {problem}")
        problems += len(found)
    if problems:
        click.echo("1 problem" if problems == 1 else f"{problems} problems")
    else:
        click.echo("The repository is as it should be." if chosen is None else "All is as it should be there.")
    return NOT_ALL_PASSED if problems else 0
