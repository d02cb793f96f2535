"""`python -m grader doctor`: what this machine has, and what was found to hold a worker here."""

import os
import platform
from collections.abc import Iterator

import numpy as np

from grader.course.file import Course
from grader.judge.settings import available_stages
from grader.language.width import padded
from grader.messages import _
from grader.pipe.control import Isolation
from grader.pipe.errors import GraderFault
from grader.pipe.launcher import Launcher, can_fork
from grader.pipe.torch_parts import TRIED, is_tried
from grader.report.status import tests_in_words


def examine(course: Course) -> Iterator[str]:
    """Yield what is found, line by line; raises GraderFault if nothing can be graded here."""
    yield f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}"
    yield _("user: {who}").format(who=_who())
    with Launcher() as launcher:
        launcher.prepare(course.limits)
        torch = launcher.torch_version(course.limits)
        yield f"NumPy {np.__version__}, torch {torch}"
        if not is_tried(torch):
            yield _("torch {version} was not tried with this grader; {tried} was.").format(version=torch, tried=TRIED)
        yield _course_line(course)
        how = _("forked from a process that has torch loaded") if can_fork() else _("started one by one")
        yield _("workers: {how}").format(how=how)
        yield ""
        yield from _isolation_lines(launcher.isolation(course.limits))


def _who() -> str:
    uid = os.getuid() if hasattr(os, "getuid") else None
    return {None: _("unknown"), 0: "root"}.get(uid, _("an ordinary user"))


def _course_line(course: Course) -> str:
    line = _("course: {title}, {count} exercises, {points} points, {tests}")
    tests = tests_in_words(available_stages(course))
    return line.format(title=course.title, count=len(course.exercises), points=course.points, tests=tests)


def _isolation_lines(isolation: Isolation) -> Iterator[str]:
    yield _("isolation: {level}").format(level=isolation.level)
    for layer, words in _layers_in_words().items():
        found = _("in force") if layer in isolation.layers else _("missing")
        yield f"  {layer:<12}{padded(found, 10)}{words}"
    if isolation.attempts:
        yield _("tried in a throw-away worker with all layers:")
    for attempt, refused in isolation.attempts.items():
        yield f"  {padded(_attempts_in_words().get(attempt, attempt), 22)}{_('refused') if refused else _('POSSIBLE')}"
    yield ""
    if isolation.level == "full":
        yield _("A submission can do nothing here but answer calls: marks made here count.")
    else:
        yield _("Marks made here are for practice. For marks that count, grade on Linux, in WSL2 or in a container.")


def _layers_in_words() -> dict[str, str]:
    return {
        "process": _("a process of its own, which shares nothing with the tests but a pipe"),
        "limits": _("memory, CPU time, files and core dumps are limited"),
        "privileges": _("no capabilities, and none to be gained"),
        "landlock": _("no files, no TCP, no signals to others"),
        "seccomp": _("only the system calls that computing needs"),
    }


def _attempts_in_words() -> dict[str, str]:
    """What a worker tried, by the code that it sends."""
    return {
        "take more memory": _("take more memory"),
        "raise its own limits": _("raise its own limits"),
        "read a file": _("read a file"),
        "list a folder": _("list a folder"),
        "write a file": _("write a file"),
        "open a socket": _("open a socket"),
        "start a process": _("start a process"),
        "start a thread": _("start a thread"),
        "run a program": _("run a program"),
        "signal the parent": _("signal the parent"),
    }


def require_full(isolation: Isolation) -> None:
    """Raise GraderFault, in one sentence, where a worker could do more than answer calls."""
    if isolation.level != "full":
        words = _attempts_in_words()
        open_ways = [words.get(name, name) for name, refused in isolation.attempts.items() if not refused]
        detail = _(" (a worker could {ways})").format(ways=", ".join(open_ways)) if open_ways else ""
        sentence = _(
            "full isolation is required, and there is none here{detail}; grade on Linux, in WSL2 or in a container"
        )
        raise GraderFault(sentence.format(detail=detail))
