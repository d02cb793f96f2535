"""`python -m grader notebook …`: the commands about notebooks. No logic."""

from pathlib import Path

import click

from grader.cli.options import course_option, lang_option, load_chosen_course, track_option
from grader.cli.status import NOT_ALL_PASSED
from grader.course.stubs import StubError
from grader.messages import _
from grader.notebook.build import BuildError, stale_notebooks, write_notebooks
from grader.notebook.convert import ConvertError, modules_from_notebook, notebook_from_modules
from grader.result.writing import WriteError, write_text

_NOTEBOOK = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("notebook", invoke_without_command=True, short_help="Build notebooks; carry work to modules and back.")
@lang_option
@click.pass_context
def notebook_command(context: click.Context) -> None:
    """Build notebooks from the course; carry work to modules and back.

    To grade a notebook: python -m grader -s work.ipynb
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@notebook_command.command(short_help="Write the notebooks of the course.")
@click.argument("out", type=_FOLDER, default=Path("notebooks"))
@click.option("--repository", metavar="URL", help="Where the course can be cloned from, for the first cell.")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if one is out of date.")
@track_option
@course_option
def build(out: Path, repository: str | None, only_check: bool, track: str | None, course_root: Path | None) -> int:
    """Write a notebook of the whole course, and one of each exercise, to the folder OUT (notebooks)."""
    course = load_chosen_course(course_root, track=track)
    try:
        changed = (stale_notebooks if only_check else write_notebooks)(course, out, repository)
    except (BuildError, StubError) as error:
        raise click.UsageError(str(error)) from None
    except WriteError:
        raise
    except OSError as error:
        raise click.UsageError(
            _("{path}: cannot be written ({why})").format(path=error.filename, why=error.strerror)
        ) from None
    for path in changed:
        sentence = (
            _("{path}: out of date. Run: python -m grader notebook build") if only_check else _("{path}: written")
        )
        click.echo(sentence.format(path=path))
    if not changed:
        click.echo(_("Every notebook is up to date."))
    return NOT_ALL_PASSED if only_check and changed else 0


@notebook_command.command("from", short_help="Modules to a notebook.")
@click.argument("folder", type=_FOLDER)
@click.argument("file", type=_NOTEBOOK, default=Path("work.ipynb"), metavar="[NOTEBOOK]")
@track_option
@course_option
def from_modules(folder: Path, file: Path, track: str | None, course_root: Path | None) -> None:
    """Put the modules in FOLDER into a new notebook of the whole course (work.ipynb)."""
    try:
        text = notebook_from_modules(load_chosen_course(course_root, track=track), folder)
        if file.exists():
            sentence = _("{path}: is there already. Give the new notebook another name, or move that one away.")
            raise click.UsageError(sentence.format(path=file))
        write_text(file, text)
    except (ConvertError, StubError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(_("{path}: written").format(path=file))


@notebook_command.command("to", short_help="A notebook to modules.")
@click.argument("folder", type=_FOLDER)
@click.argument("file", type=_NOTEBOOK, default=Path("work.ipynb"), metavar="[NOTEBOOK]")
@course_option
def to_modules(folder: Path, file: Path, course_root: Path | None) -> None:
    """Write the exercises in a notebook (work.ipynb) as modules to FOLDER.

    What is tried out in other cells stays in the notebook. A module that is there already is kept beside the new one.
    """
    try:
        written = modules_from_notebook(load_chosen_course(course_root), file, folder)
    except ConvertError as error:
        raise click.UsageError(str(error)) from None
    except WriteError:
        raise
    except OSError as error:
        raise click.UsageError(
            _("{path}: cannot be written ({why})").format(path=error.filename, why=error.strerror)
        ) from None
    for one in written:
        kept = _(" (the one before is now {name})").format(name=one.backup.name) if one.backup is not None else ""
        click.echo(_("{path}: written").format(path=one.path) + kept)
    if not written:
        click.echo(_("Every module is as the notebook has it."))
