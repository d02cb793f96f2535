"""`python -m grader`: which command is meant, and the exit status."""

import contextlib
import importlib
import os
import sys
from typing import NoReturn

import click

from grader.cli.commands import COMMANDS
from grader.cli.status import FAULT, USAGE
from grader.cli.translated import in_chosen_language, let_click_speak
from grader.course.file import CourseError
from grader.language.choice import UnknownLanguageError, asked_on_command_line, chosen_language
from grader.messages import _, choose_language, languages
from grader.package import VERSION, collect_seldom
from grader.pipe.errors import GraderFault
from grader.result.writing import WriteError
from grader.submission.finding import SubmissionError

_ABOUT_ALL = ("-h", "--help", "--version")


class _Commands(click.Group):
    """A group that imports a command when it is used, and whose command is `run` where none is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click asks like this
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        if cmd_name not in COMMANDS:
            return None
        found = getattr(importlib.import_module(f"grader.cli.{COMMANDS[cmd_name]}"), f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return in_chosen_language(found)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        without = _without_language(args)
        if without and without[0] in _ABOUT_ALL:
            args = without  # about the whole, in a language that is chosen already
        if args and args[0].partition("=")[0] == "--lang":
            count = 1 if "=" in args[0] else 2
            if args[count : count + 1] and args[count] in COMMANDS:  # meant for the command behind it
                args = [args[count], *args[:count], *args[count + 1 :]]
        if not args or (args[0] not in COMMANDS and args[0] not in _ABOUT_ALL):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="grader")
def cli() -> None:
    """Exercises and their grader.

    Without a command, grades your work: python -m grader [EXERCISE…]
    """


def _without_language(args: list[str]) -> list[str]:
    """The arguments without `--lang` and its value."""
    places = [place for place, arg in enumerate(args) if arg.partition("=")[0] == "--lang"]
    dropped = {*places, *(place + 1 for place in places if "=" not in args[place])}
    return [arg for place, arg in enumerate(args) if place not in dropped]


def main() -> NoReturn:
    """Run this process's command line, and exit with its status."""
    collect_seldom()
    if hasattr(sys.stdout, "reconfigure"):
        # a terminal may lack a letter of a learner's print or of a folder's name; that must not end what we say
        sys.stdout.reconfigure(errors="backslashreplace")
    status = status_of(sys.argv[1:])
    with contextlib.suppress(OSError):  # already reported, or nobody reads it any more
        sys.stdout.flush()
        sys.stderr.flush()
    # at once: Python's teardown of all modules takes longer than writing a report
    os._exit(status)


def status_of(arguments: list[str]) -> int:
    """Run a command line and return its status: 0 all passed, 1 something did not, 2 wrong usage, 3 a fault of ours."""
    try:
        # first of all, for mistakes in the command line are reported in its language
        choose_language(chosen_language(asked_on_command_line(arguments), "", languages()))
        let_click_speak()
        status = in_chosen_language(cli).main(arguments, prog_name="python -m grader", standalone_mode=False)
        sys.stdout.flush()  # here, where a full disk can still be reported in a sentence
    except (click.exceptions.Abort, KeyboardInterrupt):
        status = _complain(_("stopped"), USAGE)
    except click.ClickException as error:
        status = _complain(error.format_message(), USAGE)
    except (SubmissionError, CourseError, UnknownLanguageError) as error:
        status = _complain(str(error), USAGE)
    except WriteError as error:
        status = _complain(error.sentence, USAGE)
    except GraderFault as error:
        status = _complain(str(error), FAULT)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        status = FAULT
    except OSError as error:
        status = _complain(_system_sentence(error), FAULT)
    return status if isinstance(status, int) else 0


def _complain(sentence: str, status: int) -> int:
    click.echo(f"grader: {sentence}", err=True)
    return status


def _system_sentence(error: OSError) -> str:
    """What the system refused, in one sentence with the file."""
    what = error.strerror or type(error).__name__
    if error.filename is None:
        return _("the system refused what the grader needs ({what}).").format(what=what)
    return _("{path}: the system refuses it ({what}).").format(path=os.fsdecode(error.filename), what=what)
