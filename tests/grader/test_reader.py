"""The reader: what it costs when what is handed in cannot be read, and that it costs nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course.file import Course
from grader.pipe.launcher import can_fork
from grader.source.module import Source, SourceProblem
from grader.submission.finding import read_submission
from grader.submission.reader_process import Reader
from tests.grader.conftest import TINY

RIGHT = "def total(numbers):\n    return float(sum(numbers))\n"


@pytest.fixture(scope="module", params=[pytest.param(True, marks=pytest.mark.skipif(not can_fork(), reason="")), False])
def either(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A reader that is forked, and one that is started, as where nothing can be forked."""
    with Reader(fork=request.param) as one:
        yield one


def read(reader: Reader, text: str | bytes, name: str = "ex01_total") -> Source | SourceProblem:
    """Read a module."""
    content = text.encode() if isinstance(text, str) else text
    return reader.text(name, f"{name}.py", content, ("total",))


def test_a_module_is_read(either: Reader) -> None:
    """With its functions and their parameters."""
    source = read(either, RIGHT)

    assert isinstance(source, Source)
    assert source.parameters("total") == ("numbers",)


def test_what_takes_the_reader_too_long_costs_its_own_file_only(reader: Reader) -> None:
    """One sentence, and the next file is read as if nothing had happened."""
    stars = "".join(f"from m{number} import *\n" for number in range(64))
    reader.begin()
    slow = read(reader, f"{stars}def total(numbers):\n" + "    b.c\n" * 30_000)

    assert slow == SourceProblem("ex01_total.py takes too long to read. Is it what you meant to hand in?")
    assert isinstance(read(reader, RIGHT), Source)


def test_a_submission_is_read_by_a_reader_that_has_read_no_other(tiny: Course, reader: Reader) -> None:
    """What one submission does to its reader is not the next one's matter."""
    work = [read_submission(tiny, TINY / "solutions", reader=reader) for _ in range(2)]

    assert work[0] == work[1]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("latin-1", "latin-1"),
        ("cp949", "cp949"),
        ("koi8-r", "koi8-r"),
        ("gbk", "gbk"),
        ("shift_jis", "shift_jis"),
        ("utf-8", "utf-8-sig"),
    ],
)
def test_a_file_in_the_encoding_that_it_names_is_read(reader: Reader, name: str, encoding: str) -> None:
    """Whatever Python itself reads."""
    comment = {"latin-1": "é", "cp949": "합계", "koi8-r": "сумма", "gbk": "总", "shift_jis": "合計", "utf-8": "합계"}[
        name
    ]
    source = read(reader, f"# {comment} -*- coding: {name} -*-\n{RIGHT}".encode(encoding))

    assert isinstance(source, Source)
    assert comment in source.lines[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_notebook_in_any_unicode_is_read(tiny: Course, reader: Reader, tmp_path: Path, encoding: str) -> None:
    """As json reads it, with a mark or without."""
    cell = {"cell_type": "code", "source": f"{RIGHT}# 합계", "metadata": {}}
    document = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}, ensure_ascii=False)
    (tmp_path / "work.ipynb").write_bytes(document.encode(encoding))

    assert isinstance(read_submission(tiny, tmp_path, reader=reader).sources["ex01_total"], Source)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("# 합계\n".encode("cp949"), "in the encoding utf-8"),
        (b"# coding: nonsense\nx = 1\n", "knows no such encoding"),
        (b"# coding: rot13\nx = 1\n", "no encoding of text"),
        ("x = 1\n".encode("utf-16"), "saved as UTF-16"),
        ("x = 1\n".encode("utf-16-le"), "saved as UTF-16"),
        (b"x = 1\n" * 9 + b"\0\n", "null bytes"),
        ("# é coding: latin-1\ndef total(n)\n".encode("latin-1"), "expected ':'"),
        (b"\xef\xbb\xbf# coding: latin-1\nx = 1\n", "a mark that says UTF-8"),
    ],
    ids=[
        "undeclared",
        "unknown",
        "no text",
        "UTF-16",
        "UTF-16 without a mark",
        "a zero in the text",
        "mistake in latin-1",
        "mark and another name",
    ],
)
def test_a_file_in_no_such_encoding_is_explained(reader: Reader, content: bytes, said: str) -> None:
    """In one sentence that says what to do."""
    problem = read(reader, content)

    assert isinstance(problem, SourceProblem)
    assert said in problem.message


def test_names_of_files_are_one_line_of_text(tiny: Course, reader: Reader, tmp_path: Path) -> None:
    """Whatever somebody called them: line ends, marks that turn the reading direction, bytes that are no text."""
    path = tmp_path / "work\nex01_total  100 of 100\u202e\udcff.ipynb"
    path.write_text("nothing", encoding="utf-8")

    work = read_submission(tiny, path, reader=reader)
    (sentence,) = {source.message for source in work.sources.values() if isinstance(source, SourceProblem)}

    assert f"{work.label}{sentence}".isprintable()
