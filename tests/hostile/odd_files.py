"""Attempts that are no modules, or that no editor would open: links, pipes, files without end, walls of code."""

import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.hostile.attempt import TINY, Attempt, Places

_FILE = "ex01_total.py"
_RIGHT = b"def total(numbers):\n    return float(sum(numbers))\n"
_WRONG = b"def total(numbers):\n    return 0.0\n"
_ERROR, _PASSED = {"sum": "error"}, {"sum": "passed"}
_PREDICT = "def predict(X, weight, bias):\n    return X @ weight + bias"
_BOTH_PASSED = {"weighted_sum": "passed", "gradient_flow": "passed"}
_KIB = 1024


def odd_attempts() -> Iterator[Attempt]:
    """Every attempt of this kind."""
    yield from _no_plain_files()
    yield from _unreadable_texts()
    yield from _walls_of_code()
    yield from _notebooks()


def _no_plain_files() -> Iterator[Attempt]:
    def attempt(name: str, tries: str, says: str, make: Callable[[Path, Places], None], **more: object) -> Attempt:
        return Attempt(f"files/{name}", tries, "source as bytes", _ERROR, says, make, **more)  # type: ignore[arg-type]

    yield attempt(
        "a_link_to_a_file",
        "Is a link to the solution.",
        "ex01_total.py cannot be opened as a plain file.",
        lambda folder, _: (folder / _FILE).symlink_to(TINY / "solutions" / _FILE),
    )
    yield attempt(
        "a_link_to_a_folder",
        "Has its exercises in a folder that is a link to the solutions.",
        "is a link to another folder. Put the folder itself there.",
        _link_to_the_solutions,
        has_honest_work=False,
    )
    yield attempt(
        "a_device",
        "Is a link to a device that never ends.",
        "ex01_total.py cannot be opened as a plain file.",
        lambda folder, _: (folder / _FILE).symlink_to("/dev/zero"),
    )
    yield attempt(
        "a_pipe",
        "Is a named pipe, at which a reader waits for somebody who writes.",
        "ex01_total.py is not a plain file.",
        lambda folder, _: os.mkfifo(folder / _FILE),
    )
    yield attempt(
        "a_socket", "Is a socket.", "ex01_total.py cannot be opened as a plain file.", lambda folder, _: _socket(folder)
    )
    yield attempt(
        "a_folder", "Is a folder.", "ex01_total.py is not a plain file.", lambda folder, _: (folder / _FILE).mkdir()
    )
    yield attempt(
        "a_terabyte",
        "Is a file of a terabyte.",
        "ex01_total.py is longer than 256 KiB.",
        lambda folder, _: os.truncate(_written(folder, _RIGHT), 2**40),
    )
    yield attempt(
        "compiled_only",
        "Hands in compiled code in the place of a module.",
        "There is no file ex01_total.py.",
        lambda folder, _: _compiled(folder),
    )
    yield attempt(
        "a_package",
        "Hands in a package in the place of a module.",
        "There is no file ex01_total.py.",
        lambda folder, _: _package(folder),
    )
    yield Attempt(
        "files/shadows",
        "Puts modules and settings of its own beside the work, with the names of those that the grader uses.",
        "source as bytes",
        _PASSED,
        "passed",
        lambda folder, _: _shadows(folder),
    )


def _unreadable_texts() -> Iterator[Attempt]:
    texts: Mapping[str, tuple[str, bytes, str]] = {
        "nothing": ("Is an empty file.", b"", "There is no code in ex01_total.py."),
        "a_null_byte": ("Has a null byte in it.", _RIGHT + b"\0", "null bytes"),
        "no_text": ("Is no text.", bytes(range(128, 256)) * 20, "Python cannot read ex01_total.py, line 1 as text"),
        "sixteen_bits": ("Is written in UTF-16.", _RIGHT.decode().encode("utf-16"), "Save it as UTF-8."),
        "an_unknown_encoding": (
            "Says that it is written in an encoding that there is not.",
            b"# coding: hebdomad\n" + _RIGHT,
            "Python cannot read ex01_total.py as text in the encoding hebdomad",
        ),
        "an_odd_encoding": (
            "Says that it is written in an encoding for the names of web sites.",
            b"# coding: idna\n" + _WRONG + b"raise ValueError\n",
            "ex01_total.py cannot be imported",
        ),
        "brackets": ("Opens a hundred thousand brackets.", b"(" * 100_000, "ex01_total.py"),
        "minuses": ("Negates a number a hundred thousand times.", b"x = " + b"-" * 100_000 + b"1", "nested too deeply"),
    }
    for name, (tries, content, says) in texts.items():
        yield Attempt(f"texts/{name}", tries, "bounded reading", _ERROR, says, _writes(content))


def _walls_of_code() -> Iterator[Attempt]:
    many_functions = b"def f(): 0\n" * (240 * _KIB // 11) + _RIGHT
    yield Attempt(
        "walls/functions",
        "Defines twenty thousand functions, which take Python's compiler a minute.",
        "bounded reading",
        _ERROR,
        "ex01_total.py has more than 2000 functions, classes and comprehensions.",
        _writes(many_functions),
    )
    yield Attempt(
        "walls/lines",
        "Is as long as a file may be, and right.",
        "bounded reading",
        _PASSED,
        "passed",
        _writes(b"x = 1  # and so on, and so forth\n" * (250 * _KIB // 33) + _RIGHT),
    )
    walls: Mapping[str, tuple[str, str]] = {
        "a_long_sum": (
            "Nests an expression as deep as Python lets it, for whoever goes through it by recursion; and is right.",
            _PREDICT + " + 0" * 800,
        ),
        "a_long_name": (
            "Reaches for the attribute of an attribute of an attribute, nearly a thousand times; and is right.",
            _PREDICT + " if X is not None else " + "X" + ".x" * 800,
        ),
        "many_names_at_once": (
            "Gives one value ten thousand names in a single line; and is right.",
            " = ".join(f"name{i}" for i in range(10_000)) + f" = 0\n{_PREDICT} + name1",
        ),
        "getattr_in_getattr": (
            "Asks for an attribute of an attribute by texts, sixty deep and sixty times; and is right.",
            _PREDICT + "\n    " + "\n    ".join(["getattr(" * 60 + "X" + ", 'x')" * 60] * 60),
        ),
    }
    for name, (tries, text) in walls.items():
        yield Attempt(
            f"walls/{name}",
            tries,
            "bounded syntax rules",
            _BOTH_PASSED,
            "passed",
            _writes(text.encode() + b"\n", "ex03_prediction.py"),
            exercise="ex03_prediction",
        )


def _notebooks() -> Iterator[Attempt]:
    def attempt(name: str, tries: str, says: str, make: Callable[[Path], object]) -> Attempt:
        def made(folder: Path, _places: Places) -> None:
            make(folder)

        return Attempt(f"notebooks/{name}", tries, "source as bytes", _ERROR, says, made)

    yield attempt(
        "a_link",
        "Is a notebook that is a link to a file of somebody else.",
        "ex01_total.ipynb cannot be opened as a plain file.",
        lambda folder: (folder / "ex01_total.ipynb").symlink_to("/etc/passwd"),
    )
    yield attempt(
        "brackets",
        "Is a notebook of a million brackets in each other.",
        "ex01_total.ipynb is no notebook: it cannot be read as JSON.",
        lambda folder: (folder / "ex01_total.ipynb").write_bytes(b"[" * 1_000_000),
    )
    cell = {"cell_type": "code", "source": "import os\nos._exit(0)", "metadata": {}}
    yield attempt(
        "a_cell_that_leaves",
        "Is a notebook with a cell that ends the process of whoever runs it; nobody does.",
        "ex01_total",
        lambda folder: (folder / "ex01_total.ipynb").write_text(
            json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]})
        ),
    )


# ---- how they are made ----


def _writes(content: bytes, name: str = _FILE) -> Callable[[Path, Places], None]:
    def make(folder: Path, _places: Places) -> None:
        (folder / name).write_bytes(content)

    return make


def _written(folder: Path, content: bytes) -> Path:
    path = folder / _FILE
    path.write_bytes(content)
    return path


def _link_to_the_solutions(folder: Path, _places: Places) -> None:
    (folder / "ex02_running.py").unlink()
    (folder / "exercises").symlink_to(TINY / "solutions")


def _socket(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # the address of a socket may not be long
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(f"/proc/self/fd/{descriptor}/{_FILE}")
    finally:
        os.close(descriptor)


def _compiled(folder: Path) -> None:
    import py_compile

    source = _written(folder, _RIGHT)
    py_compile.compile(str(source), str(folder / f"{_FILE}c"), doraise=True)
    source.unlink()


def _package(folder: Path) -> None:
    (folder / "ex01_total").mkdir()
    (folder / "ex01_total" / "__init__.py").write_bytes(_RIGHT)


def _shadows(folder: Path) -> None:
    shutil.copy(TINY / "solutions" / _FILE, folder)
    for name in ("torch", "numpy", "json", "msgspec", "conftest", "sitecustomize", "usercustomize", "site", "os"):
        (folder / f"{name}.py").write_text("raise SystemExit('this should never run')\n")
    for name in ("grader", "tests", "encodings"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("raise SystemExit('this should never run')\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    (folder / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '-p no:grading'\n")
    (folder / "course.toml").write_text("points = 100\n")
