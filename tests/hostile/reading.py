"""Attempts on whoever reads: modules, notebooks and names that end, stall or mislead a process that only parses."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.hostile.attempt import Attempt, Places

_MODULE, _NOTEBOOK = "ex01_total.py", "ex01_total.ipynb"
_RIGHT = "def total(numbers):\n    return float(sum(numbers))\n"
_PREDICT = "def predict(X, weight, bias):\n    return X @ weight + bias"
_PASSED, _ERROR = {"sum": "passed"}, {"sum": "error"}
_BOTH_PASSED = {"weighted_sum": "passed", "gradient_flow": "passed"}
_LONGEST = 60_000  # characters, of the kind that a slow pattern takes minutes for


def reading_attempts() -> Iterator[Attempt]:
    """Every attempt of this kind."""
    yield from _deep_and_right()
    yield from _encodings()
    yield from _without_end()
    yield from _cells()
    yield from _names()


def _deep_and_right() -> Iterator[Attempt]:
    chains = {
        "attributes_and_subscripts": '.a["k"]' * 450,
        "subscripts": "[0]" * 700,
        "calls": "()" * 450,
        "calls_of_attributes": ".a()" * 300,
        "getattr_by_text": "",
    }
    for name, chain in chains.items():
        expression = f"X{chain}" if chain else "getattr(" * 150 + "X" + ", 'x')" * 150
        text = f"{_PREDICT} if X is not None else {expression}\n"
        yield Attempt(
            f"deep/{name}",
            f"Is right, with a chain of hundreds of {name.replace('_', ' ')} for whoever follows names by recursion.",
            "the reader",
            _BOTH_PASSED,
            "passed",
            _writes("ex03_prediction.py", text.encode()),
            exercise="ex03_prediction",
        )


def _encodings() -> Iterator[Attempt]:
    words = {
        "latin-1": "é",
        "cp949": "합계",
        "koi8-r": "сумма",
        "gbk": "总和",
        "iso-8859-2": "łódź",
        "shift_jis": "合計",
    }
    for encoding, word in words.items():
        first = f"# {word} -*- coding: {encoding} -*-\n"
        plain = encoding.replace("-", "_")
        yield Attempt(
            f"codecs/{plain}",
            f"Is right, and written in {encoding}, as its first line says in that encoding.",
            "the reader",
            _PASSED,
            "passed",
            _writes(_MODULE, (first + _RIGHT).encode(encoding)),
        )
        yield Attempt(
            f"codecs/{plain}_with_a_mistake",
            f"Is no Python, and written in {encoding}.",
            "the reader",
            _ERROR,
            "Python cannot read ex01_total.py, line 2: expected ':'.",
            _writes(_MODULE, (first + "def total(numbers)\n    return 0\n").encode(encoding)),
        )
    marks: Mapping[str, tuple[str, bytes, Mapping[str, str], str]] = {
        "a_mark": ("Is right, behind a byte order mark.", _RIGHT.encode("utf-8-sig"), _PASSED, "passed"),
        "sixteen_bits_little": (
            "Is right, and saved as UTF-16 without anybody's noticing.",
            b"\xff\xfe" + _RIGHT.encode("utf-16-le"),
            _ERROR,
            "ex01_total.py is saved as UTF-16, which Python does not read. Save it as UTF-8.",
        ),
        "another_encoding_than_said": (
            "Is written in cp949 and does not say so.",
            f"# 합계\n{_RIGHT}".encode("cp949"),
            _ERROR,
            "in the encoding utf-8",
        ),
        "no_encoding_of_text": ("Says it is zipped.", b"# coding: zip\n" + _RIGHT.encode(), _ERROR, "encoding zip"),
    }
    for name, (tries, content, status, says) in marks.items():
        yield Attempt(f"codecs/{name}", tries, "the reader", status, says, _writes(_MODULE, content))


def _without_end() -> Iterator[Attempt]:
    stars = "".join(f"from m{number} import *\n" for number in range(64))
    yield Attempt(
        "endless/names_of_stars",
        "Uses thirty thousand names, of which each may come from sixty-four modules.",
        "the reader",
        _ERROR,
        "ex01_total.py takes too long to read.",
        _writes(_MODULE, (f"{stars}def total(numbers):\n" + "    b.c\n" * 30_000).encode()),
    )
    yield _notebook(
        "endless/statements_in_one_line",
        "Is a notebook of sixty thousand statements in one line, each of which is cut out of it.",
        [f"{'a=1;' * 60_000}\n{_RIGHT}"],
        _ERROR,
        "takes too long to read.",
    )
    yield Attempt(
        "endless/empty_cells",
        "Is a notebook of thirty megabytes of empty cells, each of which takes a hundred bytes in memory.",
        "the reader",
        _ERROR,
        "ex01_total.ipynb takes",
        _writes(_NOTEBOOK, _many_cells()),
    )


def _many_cells() -> bytes:
    cell = b'{"cell_type":"code","source":"","a":{},"b":{},"c":{}},'
    count = 30 * 1024**2 // len(cell)
    return b'{"nbformat":4,"metadata":{},"cells":[' + cell * count + b"{}]}"


def _cells() -> Iterator[Attempt]:
    cells = {
        "many_attributes": f"x{'.a' * 800} = 1",
        "many_attributes_called": f"predict = x{'.a' * 800}(1)",
        "a_number_of_many_digits": "x = " + "9" * 20_000,
        "a_number_of_many_digits_called": "x = f(0x" + "f" * 20_000 + ")(1)",
        "definitions_without_end": "a:\n" * (_LONGEST // 3) + ")",
        "spaces_before_a_bracket": " " * _LONGEST + "x ]",
        "dots_before_a_question": "a." * (_LONGEST // 2) + "?!",
        "brackets_before_a_magic": "a[0]," * (_LONGEST // 5) + "= %",
        "an_awaited_lambda": "x = (lambda: " * 80 + "1" + ")" * 80,
        "a_format_of_formats": "x = f'{" + "x:{" * 40 + "1" + "}" * 41 + "'",
    }
    for name, text in cells.items():
        yield _notebook(
            f"cells/{name}",
            f"Is a notebook with right work, and beside it a cell for whoever parses it: {name.replace('_', ' ')}.",
            [_RIGHT, text],
            _PASSED,
            "passed",
        )
    yield Attempt(
        "cells/a_format_of_many_digits",
        "Is a notebook whose format is a number of five thousand digits.",
        "the reader",
        _ERROR,
        "ex01_total.ipynb",
        _writes(_NOTEBOOK, b'{"nbformat":' + b"4" * 5_000 + b',"cells":[]}'),
    )
    yield Attempt(
        "cells/half_a_letter",
        "Is a notebook with right work and half of a pair of surrogates in it.",
        "the reader",
        _PASSED,
        "passed",
        _writes(_NOTEBOOK, json.dumps({"nbformat": 4, "metadata": {}, "cells": _coded(["'\ud800'", _RIGHT])}).encode()),
    )


def _names() -> Iterator[Attempt]:
    names: Mapping[str, tuple[str, bytes]] = {
        "no_text": ("that is no text", b"work\xff\xfe.ipynb"),
        "a_line_end": ("with a line end in it, for a line of the report", b"work\nex01_total  100 of 100 points.ipynb"),
        "a_turn": ("with a mark that turns the reading direction", "work\u202egnihton.ipynb".encode()),
        "an_escape": ("with a command for the terminal in it", b"work\x1b[2J\x1b[1;1H.ipynb"),
        "half_a_letter": ("with half of a pair of surrogates in it", b"work\xed\xa0\x80.ipynb"),
    }
    for name, (how, file) in names.items():
        broken = _saved([_RIGHT.replace(":", "")])
        yield Attempt(
            f"names/{name}",
            f"Is a notebook that cannot be read, under a name {how}.",
            "names in one line",
            _ERROR,
            "cell 1",
            _writes(os.fsdecode(file), broken),
        )


# ---- how they are made ----


def _notebook(name: str, tries: str, cells: list[str], status: Mapping[str, str], says: str) -> Attempt:
    return Attempt(name, tries, "the reader", status, says, _writes(_NOTEBOOK, _saved(cells)))


def _saved(cells: list[str]) -> bytes:
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": _coded(cells)}).encode()


def _coded(cells: list[str]) -> list[dict[str, object]]:
    return [{"cell_type": "code", "source": text, "metadata": {}} for text in cells]


def _writes(name: str, content: bytes) -> Callable[[Path, Places], None]:
    def make(folder: Path, _places: Places) -> None:
        (folder / name).write_bytes(content)

    return make
