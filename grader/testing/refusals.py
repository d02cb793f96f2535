"""What grading refuses, in words: what was asked for, that there is none of it, and what to do instead."""

import re
import sys
from collections.abc import Collection

from grader.messages import _
from grader.pipe.frames import Raised
from grader.source.module import Source

_FILE = re.compile(r"Permission denied: '(?P<name>[^']*)'|Read-only file system: '(?P<other>[^']*)'")
_NO_FILE = ("No usable temporary directory", "open file failed", "Operation not permitted", "Permission denied")
_RANDOMNESS = re.compile(r"/dev/u?random\b")
_NETWORK = re.compile(r"\b(socket|urllib|urlopen|urlretrieve|requests|http|download)\b")
_PROCESS = re.compile(r"\b(subprocess|Popen|popen|fork|system|spawn\w*|multiprocessing|Process|Pool)\b")
_COMPILER = ("torch._inductor", "torch._dynamo", "triton")
_PROCESSES = ("multiprocessing", "concurrent")


def refusal(raised: Raised, source: Source, exercises: Collection[str] = (), extras: Collection[str] = ()) -> str:
    """Say which of the grader's refusals is behind an exception; empty if none is.

    Args:
        raised: the exception.
        source: the module that it left.
        exercises: the names of the course's exercises, which no module may import.
        extras: the packages that this exercise may import besides NumPy and torch.
    """
    code = "\n".join(source.lines[at.line - 1] for at in raised.frames if 1 <= at.line <= len(source.lines))
    if raised.missing_module:
        return _of_module(raised.missing_module, code, exercises, extras)
    if raised.exception == "RuntimeError" and "can't start new thread" in raised.message:
        return _one_process(code)
    if raised.exception == "EOFError" and "input" in code:
        return _("input() waits for somebody to type, and nobody is there while grading. Use the function's arguments.")
    if raised.exception == "LookupError" and "idna" in raised.message:
        return _no_network()
    if _RANDOMNESS.search(raised.message):
        return _(
            "This asks the system for random numbers. Grading allows none of that: "
            "draw from torch's global generator as it is, without a new seed."
        )
    if "CUDA" in raised.message and raised.exception in ("AssertionError", "RuntimeError"):
        return _("This asks for a GPU. There is none while grading: leave out what moves tensors there.")
    about_files = raised.exception in ("PermissionError", "OSError", "FileNotFoundError", "RuntimeError")
    if not about_files or not any(text in raised.message for text in _NO_FILE):
        return ""
    if "asyncio" in code:
        return _(
            "asyncio needs an event loop, and grading allows none: write a plain function, without async and await."
        )
    if _PROCESS.search(code):
        return _one_process(code)
    return _no_network() if _NETWORK.search(code) else _no_file(raised.message)


def _of_module(module: str, code: str, exercises: Collection[str], extras: Collection[str]) -> str:
    first, last = module.partition(".")[0], module.rpartition(".")[2]
    if last in exercises or first in ("exercises", "solutions"):
        return _("This imports another exercise. Each file stands alone: write here what it needs.")
    if module.startswith(_COMPILER):
        return _(
            "This asks for torch.compile, which is not available while grading. Leave it out: the result is the same."
        )
    if first in _PROCESSES:
        return _one_process(code)
    if first in sys.stdlib_module_names:
        sentence = _(
            "{module} is a part of Python that is not available while grading. No exercise needs it: do without."
        )
        return sentence.format(module=module)
    sentence = _("{module} is not available while grading: there are Python's own modules, NumPy and torch.")
    if extras:
        sentence = _(
            "{module} is not available while grading: there are Python's own modules, NumPy, torch and {extras}."
        )
    if first == "pytest":
        sentence += " " + _("A plain assert does, and torch.allclose where floats are compared.")
    return sentence.format(module=module, extras=", ".join(extras))


def _one_process(code: str) -> str:
    workers = re.search(r"num_workers\s*=\s*\w+", code)
    if workers:
        sentence = _(
            "{code} asks for further processes. Grading allows none: leave it out; the data are loaded all the same."
        )
        return sentence.format(code=workers[0])
    return _("This starts a thread or another process. Grading allows none: do the work in the function itself.")


def _no_network() -> str:
    return _("This asks for a network connection. Grading allows none: use the values that the function is given.")


def _no_file(message: str) -> str:
    found = _FILE.search(message)
    name = (found["name"] or found["other"]) if found else None
    if name:
        sentence = _("This opens {file}. Grading allows no files: use the values that the function is given.")
        return sentence.format(file=name)
    return _("This opens a file. Grading allows no files: use the values that the function is given, or leave it out.")
