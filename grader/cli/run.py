"""`python -m grader [run]`: grade some work, report it, and write the files that were asked for."""

import importlib
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from grader.cli.options import (
    check_result_files,
    course_option,
    find_exercises,
    load_chosen_course,
    submission_option,
    track_option,
)
from grader.cli.status import FAULT, NOT_ALL_PASSED
from grader.course.attempt import is_attempted
from grader.course.file import Course, Exercise
from grader.hosts import find_host, host_names
from grader.isolation import LAYERS
from grader.judge.settings import available_stages
from grader.messages import _
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.pipe.torch_parts import Needs
from grader.report.escape import printable
from grader.report.status import tests_in_words
from grader.result.disclosure import DETAILS, Detail
from grader.result.document import Document, write_document
from grader.result.writing import WriteError, write_text
from grader.session.progress import Progress
from grader.source.module import Source, SourceProblem
from grader.source.place import shown_path
from grader.submission.finding import Submission, SubmissionError, read_submission, read_whatever_is_there
from grader.submission.reader_process import Reader


@dataclass(frozen=True)
class RunOptions:
    """The command line of one run; each attribute is the option or argument of its name."""

    exercises: tuple[str, ...]
    submission: Path | None
    json_file: Path | None
    html_file: Path | None
    salt: str | None
    feedback: Detail | None
    host: str | None
    host_files: Path | None
    isolation: str
    exit_zero: bool
    course_root: Path | None
    track: str | None


@click.command("run")
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]…")
@submission_option("A folder with the exercises, a notebook, or a module.")
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
@click.option("--host", type=click.Choice(host_names()), help="Write what this host reads.")
@click.option(
    "--host-files",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the host's files go, if not where the host has them.",
)
@click.option(
    "--isolation",
    type=click.Choice(["best", "required", "off"]),
    default="best",
    show_default=True,
    help="What holds the work that is graded: the best there is here, full isolation or no grading, or only a process.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something did not pass.")
@track_option
@course_option
def run_command(**options: Any) -> int:
    """Grade your work, or a submission.

    EXERCISE is a name (ex04_mse), a number (4) or a part of a name (mse); without one, everything is graded.
    """
    return run(RunOptions(**options))


def run(options: RunOptions) -> int:
    """Grade as the options say, and return the exit status."""
    # a host checks the work out, and we are started in it
    checkout = options.host is not None and options.submission is None
    submitted = Path.cwd() if checkout else options.submission
    course = load_chosen_course(options.course_root, submitted, options.track, checkout)
    chosen = find_exercises(course, options.exercises) if options.exercises else None
    course = course if chosen is None else course.holding(chosen)
    if options.host is not None and options.exercises:
        raise click.UsageError(_("a host's files list the whole course: leave the exercises out, or --host"))
    path = options.submission or course.root
    check_result_files(options.json_file, options.html_file, submission=path)
    _remove_old_results(options, path)
    _announce(options, course)
    layers = () if options.isolation == "off" else LAYERS
    with Progress() as progress, Reader(layers) as reader, Launcher(layers) as launcher:
        reader.prepare()
        first = (chosen or course.exercises)[0]
        launcher.prepare(course.limits, Needs(modules=frozenset(first.preload)))
        # torch and what reading takes load in their own processes, so this process imports pytest meanwhile
        importlib.import_module("grader.judge.run")
        read = read_submission if options.host is None else read_whatever_is_there
        try:
            work = read(course, path, chosen, reader)
        except SubmissionError as error:
            # the files are written all the same: in a loop, those of the student before must not remain
            work = Submission(shown_path(path), {e.name: SourceProblem(str(error)) for e in chosen or course.exercises})
            if _asks_for_files(options):
                _write_files(options, course, work, _grade(course, work, chosen, options, launcher, progress))
            raise
        finally:
            reader.close()
        if not set(work.sources) <= {exercise.name for exercise in course.exercises}:  # one file, of another track
            course = course.holding(exercise for exercise in course.every_exercise if exercise.name in work.sources)
        chosen = tuple(exercise for exercise in course.exercises if exercise.name in work.sources)
        document = _grade(course, work, chosen, options, launcher, progress)
    _report(options, course, work, document)
    delivered = _write_files(options, course, work, document)
    rows = [document.exercise(name) for name in work.sources]
    if any(row.status == "not_judged" for row in rows):
        return FAULT
    all_passed = all(row.status == "passed" for row in rows)
    return 0 if options.exit_zero or delivered or all_passed else NOT_ALL_PASSED


def _announce(options: RunOptions, course: Course) -> None:
    """Say at once what is graded; the rest of the report takes as long as the grading."""
    elsewhere = options.submission is not None or not Path.cwd().is_relative_to(course.root)
    path = f"  {printable(str(options.submission or course.root))}".replace("\n", " ") if elsewhere else ""
    tests = click.style(f"  {tests_in_words(available_stages(course))}{path}", dim=True)
    click.echo(click.style(course.title, bold=True) + tests)
    sys.stdout.flush()


def _asks_for_files(options: RunOptions) -> bool:
    return options.json_file is not None or options.html_file is not None


def _remove_old_results(options: RunOptions, submission: Path) -> None:
    """Whatever happens from here on, no file of an earlier run may be taken for this one's."""
    written = () if options.host is None else find_host(options.host).results(options.host_files, submission)
    for path in (options.json_file, options.html_file, *written):
        if path is not None and (path.is_symlink() or path.is_file()):
            path.unlink()


def _grade(
    course: Course,
    work: Submission,
    chosen: tuple[Exercise, ...] | None,
    options: RunOptions,
    launcher: Launcher,
    progress: Progress,
) -> Document:
    from grader.judge.run import grade
    from grader.session.doctor import require_full

    if not any(_is_attempted(course, exercise, work) for exercise in course.exercises):
        launcher.close()  # nothing will be called, so nobody waits for torch
    with Workers(course.limits, launcher) as workers:
        if options.isolation == "required":
            require_full(workers.isolation())
        feedback = options.feedback or course.feedback.hidden or ("full" if options.host is None else "brief")
        progress.expect(len(work.sources))
        return grade(course, work, workers, chosen, salt=options.salt, feedback=feedback, begin=progress.begin)


def _is_attempted(course: Course, exercise: Exercise, work: Submission) -> bool:
    source = work.sources.get(exercise.name)
    return isinstance(source, Source) and is_attempted(course, exercise, source)


def _report(options: RunOptions, course: Course, work: Submission, document: Document) -> None:
    """Print the report; where a host reads the log for commands, nothing in it can be one."""
    from grader.hosts.shared.runner import commands_stopped
    from grader.report.telling import tell
    from grader.report.terminal import make_console, print_report

    guarded = options.host is not None and find_host(options.host).reads_commands
    names = work.sources if options.host is None else None
    with commands_stopped() if guarded else nullcontext():
        print_report(tell(document, course, names, notes=work.notes), make_console(), heading=False)


def _write_files(options: RunOptions, course: Course, work: Submission, document: Document) -> bool:
    """Write all that was asked for; returns whether a host has got a file that says what is missing."""
    if options.json_file is not None:
        write_document(document, options.json_file)
    if options.html_file is not None:
        from grader.report.html import page
        from grader.report.telling import tell

        write_text(options.html_file, page(tell(document, course, work.sources, notes=work.notes)))
    return options.host is not None and _deliver(options.host, options, course, work, document)


def _deliver(name: str, options: RunOptions, course: Course, work: Submission, document: Document) -> bool:
    from grader.hosts.shared.host import Graded

    host = find_host(name)
    fault = any(row.status == "not_judged" for row in document.exercises)
    path = options.submission or course.root
    # without a file from us the others call it an error of the grading, which it is, and record no mark
    if host.reads_exit_status or not fault:
        try:
            host.deliver(Graded(document, course, path, work.notes, options.host_files))
        except WriteError:
            raise
        except OSError as error:  # a file of the host's own, such as a job's summary
            sentence = _("{path}: cannot be written ({why})").format(path=error.filename, why=error.strerror)
            raise click.UsageError(sentence) from None
    return not host.reads_exit_status
