"""`python -m grader bundle`: what learners and hosts get."""

from pathlib import Path

import click

from grader.bundle import BundleError, find_leaks, make_bundle
from grader.bundle.update import as_lines, update_bundle
from grader.cli.options import course_option, load_chosen_course, track_option
from grader.cli.status import NOT_ALL_PASSED
from grader.course.file import Course
from grader.hosts import host_names


@click.command("bundle")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--host", type=click.Choice(host_names()), default="actions", show_default=True, help="Where it is graded."
)
@click.option("--include-hidden", is_flag=True, help="Give learners the hidden tests too.")
@click.option("--notebooks", is_flag=True, help="Give learners a notebook of the whole course too.")
@click.option("--repository", metavar="URL", help="Where learners can clone it from, for the notebook's first cell.")
@click.option("--check", "only_check", is_flag=True, help="Make nothing: does the tree OUT give answers away?")
@click.option("--update", is_flag=True, help="Bring the bundle OUT up to date; what somebody has changed stays.")
@track_option
@course_option
def bundle_command(
    out: Path,
    host: str,
    include_hidden: bool,
    notebooks: bool,
    repository: str | None,
    only_check: bool,
    update: bool,
    track: str | None,
    course_root: Path | None,
) -> int:
    """For instructors: make the folder OUT, the repository that learners get.

    With --host classroom50 or gradescope OUT holds two: learner, and the autograder that goes to the host.
    """
    course = load_chosen_course(course_root, track=track)
    if not only_check and not (course.root / "solutions").is_dir():
        raise click.UsageError(f"{course.root}: there are no solutions here; bundle needs the instructors' repository")
    if update:
        return _update(course, out)
    if only_check and not out.is_dir():
        raise click.UsageError(f"{out}: there is no such folder to look into")
    try:
        if only_check:
            leaks = find_leaks(course, out, include_hidden)
            for leak in leaks:
                click.echo(leak)
            click.echo("No answer is in there." if not leaks else f"{len(leaks)} answers are in there.")
            return NOT_ALL_PASSED if leaks else 0
        bundle = make_bundle(course, out, host, include_hidden, notebooks, repository)
    except BundleError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{bundle.learners}: what learners get, without an answer in it")
    if bundle.autograder is not None:
        click.echo(f"{bundle.autograder}: what grades them")
    return 0


def _update(course: Course, out: Path) -> int:
    if not out.is_dir():
        raise click.UsageError(f"{out}: there is no bundle to bring up to date")
    try:
        lines = as_lines(update_bundle(course, out))
    except BundleError as error:
        raise click.UsageError(str(error)) from None
    for line in lines:
        click.echo(line)
    return 0
