"""What a running kernel offers: `grader.check("mse")` or `%grade mse`, `grader.hint("mse.mean")`, and pictures.

The kernel is the learner's: tests, expected values and torch for grading stay out of it. What was defined in it goes,
as text, to a process that grades it like any other submission and stays there, so that the next check is quick.
"""

import atexit
import contextlib
import json
import subprocess
import sys
import tempfile
from typing import Any

from grader.language.choice import UnknownLanguageError, chosen_language
from grader.messages import _, choose_language, languages
from grader.package import ROOT

_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from grader.session.service import main; main()"
_MOST_CODE = 200_000  # characters of what was run in the kernel; the newest, if it was more


class CheckError(RuntimeError):
    """The check could not be made; shown as its one sentence, without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class CheckStopped(KeyboardInterrupt):
    """The kernel was interrupted during a check."""

    def _render_traceback_(self) -> list[str]:
        return [_("The check was stopped.")]


class Report:
    """What a check found: a notebook shows it as a page in place, a terminal as text.

    Attributes:
        points: what was earned.
        max_points: what can be earned.
        document: the result document, as `python -m grader --json` writes it; None if nothing was graded.
    """

    def __init__(self, answer: dict[str, Any]) -> None:
        self.points: int = answer["points"]
        self.max_points: int = answer["max_points"]
        self.document: dict[str, Any] | None = answer["document"]
        self._text: str = answer["text"]
        self._html: str = answer["html"]

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._html


class Picture:
    """A drawing: a notebook shows it in place, a terminal as text."""

    def __init__(self, text: str, html: str) -> None:
        self._text = text
        self._html = html

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._html


def as_line(question: dict[str, Any]) -> bytes:
    """Encode a question. A cell may hold a lone surrogate, which is not valid text."""
    return json.dumps(question, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


class _Service:
    """The process that grades; started at the first check, or before."""

    def __init__(self) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _BOOT, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            start_new_session=True,  # interrupting the kernel must not interrupt this process half-way
        )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """Send one question and return the answer; raises CheckError if the process ends instead."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(as_line(question))
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except OSError:
            line = b""
        if not line:
            self.stop()
            self._stderr.seek(0)
            # the last line of a traceback says what happened; the others are of no use to a learner
            said = self._stderr.read()[-2000:].decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise CheckError(f"{_('The process that grades has ended.')} {said}".strip())
        answer: dict[str, Any] = json.loads(line)
        return answer

    def stop(self) -> None:
        """End the process; those that it started end with it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


_services: list[_Service] = []  # at most one; a kernel has one learner


def check(*exercises: str, lang: str | None = None) -> Report:
    """Grade what is defined in this kernel.

    Args:
        exercises: names (ex04_mse), numbers (4) or parts of names (mse); without one, every exercise of which something
            is defined here.
        lang: the language of the report, as "ko"; by default GRADER_LANG, the course's or the system's.

    Raises:
        CheckError: this is no notebook, or an exercise is not known.
    """
    return Report(_ask(exercises, lang=lang))


def show(
    exercise: str,
    lr: float | None = None,
    epochs: int | None = None,
    start: tuple[float, ...] | None = None,
    lang: str | None = None,
) -> Picture:
    """Draw what an exercise's functions, as they are defined in this kernel, do on the lecture's data.

    Args:
        exercise: its name, number or a part of its name.
        lr: the learning rate.
        epochs: how many.
        start: weight and bias to start from.
        lang: the language, as for `check`.

    Raises:
        CheckError: this is no notebook, or the exercise or a setting cannot be used.
    """
    answer = _ask((exercise,), {"lr": lr, "epochs": epochs, "start": start}, lang)
    return Picture(answer["text"], answer["html"])


def explore(height: int = 1000, lang: str | None = None) -> Picture:
    """Show the course's explorer in place: drag weight and bias, choose a learning rate, step.

    Args:
        height: of the frame, in pixels.
        lang: the language, as for `check`.

    Raises:
        CheckError: there is no course here, or it has no explorer.
    """
    from grader.course.explorer import NoExplorerError, explorer_frame
    from grader.course.file import CourseError, find_root, load_course
    from grader.course.translation import speak

    _speak(lang)
    try:
        course = load_course(find_root())
        frame = explorer_frame(speak(course, _chosen(lang, course.language)), height)
        return Picture("python -m grader explore OUT.html", frame)
    except (NoExplorerError, CourseError) as error:
        raise CheckError(str(error)) from None


def _ask(exercises: tuple[str, ...], wishes: dict[str, Any] | None = None, lang: str | None = None) -> dict[str, Any]:
    """Have the other process look at what is defined here: grade it or, with wishes, draw it."""
    _speak(lang)
    code, names = _what_was_run()
    question = {"exercises": [str(one) for one in exercises], "cells": code, "names": names}
    question |= {"wishes": wishes, "language": lang}
    try:
        answer = _service().ask(question)
    except KeyboardInterrupt:
        _stop()
        raise CheckStopped from None
    except CheckError:
        _stop()
        raise
    if answer.get("error"):
        raise CheckError(answer["error"])
    return answer


def hint(what: str, number: int = 1, lang: str | None = None) -> None:
    """Print hint `number` of a task: grader.hint("mse.mean"), then grader.hint("mse.mean", 2).

    Args:
        what: an exercise or a task.
        number: of the hint, from 1.
        lang: the language, as for `check`.

    Raises:
        CheckError: there is no such exercise or task.
    """
    # here and not above: a kernel that only checks needs neither the course nor what reads it
    from grader.course.file import CourseError, find_root, load_course
    from grader.course.translation import speak
    from grader.session.hints import hint_lines

    _speak(lang)
    more = 'grader.hint("{task}", {number})' if lang is None else f'grader.hint("{{task}}", {{number}}, lang="{lang}")'
    try:
        course = load_course(find_root())
        lines = list(hint_lines(speak(course, _chosen(lang, course.language)), what, number, more))
    except (LookupError, CourseError) as error:
        raise CheckError(str(error.args[0])) from None
    print("\n".join(lines))  # noqa: T201  # into the output of the cell


def _speak(lang: str | None) -> None:
    """Say what goes wrong here in the language of the report, as far as it is known without the course."""
    choose_language(_chosen(lang, ""))


def _chosen(lang: str | None, of_course: str) -> str:
    try:
        return chosen_language(lang, of_course, languages())
    except UnknownLanguageError as error:
        raise CheckError(str(error)) from None


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext grader`: make `%grade` known, and start the process that grades while the learner reads."""

    def grade(line: str) -> Report:
        """Grade exercises: %grade mse."""
        return check(*line.split())

    shell.register_magic_function(grade, magic_kind="line", magic_name="grade")
    _service()


def _what_was_run() -> tuple[list[tuple[str, str]], list[str]]:
    """The code that ran in this kernel, each piece with its number, and the names that it has left behind."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        raise CheckError(_("grader.check() grades what is defined in a notebook. Elsewhere, run: python -m grader"))
    history: list[str] = shell.history_manager.input_hist_raw
    found: list[tuple[str, str]] = []
    seen: set[str] = set()
    size = 0
    for number in range(len(history) - 1, 0, -1):
        text = history[number]
        size += len(text)
        if text in seen or size > _MOST_CODE:
            continue
        seen.add(text)
        found.append((str(number), text))
    names = [name for name in shell.user_ns if isinstance(name, str) and not name.startswith("_")]
    return found[::-1], names


def service_pid() -> int | None:
    """The id of the process that grades for this kernel, if there is one yet."""
    return _services[0].pid if _services else None


def _service() -> _Service:
    if not _services:
        try:
            _services.append(_Service())
        except OSError as error:
            said = _("The process that grades cannot be started here ({why}).")
            raise CheckError(said.format(why=error.strerror)) from None
    return _services[0]


def _stop() -> None:
    while _services:
        _services.pop().stop()


atexit.register(_stop)
