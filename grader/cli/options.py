"""What several commands share: which course, which exercises."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from grader.cli.commands import COMMANDS
from grader.course.file import Course, CourseError, Exercise, find_root, load_course
from grader.course.translation import speak
from grader.language.choice import chosen_language
from grader.messages import _, languages
from grader.package import ROOT
from grader.submission.places import NOTEBOOK

_LANG_KEY = "grader.lang"  # in the context of a command line


def submission_option(help_text: str, file_okay: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--submission`, which may be given once: the second of two would silently win."""

    def only_one(_context: click.Context, _option: click.Parameter, paths: tuple[Path, ...]) -> Path | None:
        if len(paths) > 1:
            raise click.UsageError(_("-s is given more than once: grade one submission at a time"))
        return paths[0] if paths else None

    return click.option(
        "-s",
        "--submission",
        multiple=True,
        callback=only_one,
        type=click.Path(path_type=Path, file_okay=file_okay),
        help=help_text,
    )


def check_result_files(*paths: Path | None, submission: Path | None = None) -> None:
    """Refuse to write a result over somebody's work, or over another result: what is there would be replaced.

    Args:
        paths: where results go.
        submission: what is going to be graded.

    Raises:
        UsageError: one of them is a module, a notebook, the submission itself, or given twice.
    """
    taken = {submission.resolve()} if submission is not None else set()
    for path in filter(None, paths):
        if path.suffix in {".py", NOTEBOOK} or path.resolve() in taken:
            sentence = _("{path}: results need a file of their own, such as result.json or report.html")
            raise click.UsageError(sentence.format(path=path))
        taken.add(path.resolve())


def course_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options `--course` and `--lang`, which `load_chosen_course` needs."""
    course = click.option(
        "--course",
        "course_root",
        type=click.Path(path_type=Path, file_okay=False),
        help="The course's folder, if it is neither the one we are in nor the one the grader lies in.",
    )
    return course(lang_option(command))


def lang_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--lang`; its value is taken from the context, so that commands need not pass it on."""
    option = click.option(
        "--lang",
        metavar="LANG",
        expose_value=False,
        callback=_remember_language,
        help="The language: en or ko (default: GRADER_LANG, the course's or the system's).",
    )
    return option(command)


def _remember_language(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:  # a group may have been asked already
        context.meta[_LANG_KEY] = value


def in_chosen_language(course: Course) -> Course:
    """Speak the language of this command line, or the default one, and return the course in it.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    context = click.get_current_context(silent=True)
    asked = None if context is None else context.meta.get(_LANG_KEY)
    return speak(course, chosen_language(asked, course.language, languages()))


def track_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--track`."""
    option = click.option("--track", help="Which exercises: course (default), katas, or all of both.")
    return option(command)


def load_chosen_course(
    course_root: Path | None, submission: Path | None = None, track: str | None = None, checkout: bool = False
) -> Course:
    """Load the course that is meant, in the chosen language.

    Its title is printed if it was found in the current folder or above.

    Args:
        course_root: what was asked for.
        submission: what is going to be graded, if it is known: its own course does not count, see `find_root`.
        track: which of its tracks to look at; None for the first.
        checkout: the submission was not named, but is where a host started us.

    Raises:
        UsageError: there is none, or its course.toml has mistakes.
    """
    try:
        course = in_chosen_language(load_course(find_root(course_root, submission, checkout)))
    except CourseError as error:
        raise click.UsageError(str(error)) from None
    if course_root is None and course.root != ROOT:
        # not on stdout, where a command's own output may be read by a program
        click.echo(_("{title} (the course in {folder})").format(title=course.title, folder=course.root), err=True)
    try:
        return course if track is None else course.track(track)
    except LookupError as error:
        raise click.UsageError(str(error.args[0])) from None


def find_exercises(course: Course, wanted: tuple[str, ...]) -> tuple[Exercise, ...]:
    """Return the exercises of these names, numbers or ranges (1-3), in the order of the course; raises UsageError."""
    chosen: set[Exercise] = set()
    for name in wanted:
        first, dash, last = name.partition("-")
        try:
            if dash and first.isdecimal() and last.isdecimal():
                ends = course.exercises.index(course.find(first)), course.exercises.index(course.find(last))
                chosen |= set(course.exercises[ends[0] : ends[1] + 1])
            else:
                chosen.add(course.find(name))
        except LookupError as error:
            raise click.UsageError(_mistyped_command(name) or str(error.args[0])) from None
    return tuple(exercise for exercise in course.every_exercise if exercise in chosen)


def _mistyped_command(name: str) -> str | None:
    """The sentence about a word that is not an exercise but looks like a command."""
    near = difflib.get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.7)
    sentence = _("there is no command {name!r}; did you mean: python -m grader {near}?")
    return sentence.format(name=name, near=near[0]) if near else None
