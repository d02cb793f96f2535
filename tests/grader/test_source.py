"""Reading a learner's module without running it."""

import pytest

from grader.source.module import Source, SourceProblem, parse


def parsed(text: str | bytes) -> Source:
    """Parse what is known to parse."""
    source = parse("ex01_total", text.encode() if isinstance(text, str) else text)
    assert isinstance(source, Source)
    return source


@pytest.mark.parametrize(
    "body",
    [
        "pass",
        "...",
        '"""Doc."""',
        "raise NotImplementedError",
        'raise NotImplementedError("Add up.")',
        '"""D."""\n    ...',
    ],
)
def test_placeholders_are_not_attempted(body: str) -> None:
    """The stub, `pass`, `...` and a lone docstring."""
    assert not parsed(f"def total(numbers):\n    {body}\n").is_attempted("total")


@pytest.mark.parametrize("body", ["return None", "x = 1", "raise ValueError", "if numbers:\n        pass"])
def test_anything_else_is_attempted(body: str) -> None:
    """Half an answer is an answer."""
    assert parsed(f"def total(numbers):\n    {body}\n").is_attempted("total")


def test_the_last_definition_counts() -> None:
    """As it would when the file runs from top to bottom."""
    assert parsed("def total(n):\n    pass\n\n\ndef total(n):\n    return 1\n").is_attempted("total")


def test_parameter_names_are_the_learners() -> None:
    """Reports name values as the learner does."""
    assert parsed("def total(zahlen, /, start=0, *, x=1): return 1").parameters("total") == ("zahlen", "start")


def test_a_syntax_error_shows_its_line_and_place() -> None:
    """With a caret below the place, and no traceback."""
    problem = parse("ex01_total", b"def total(numbers)\n    return 1\n")

    assert isinstance(problem, SourceProblem)
    assert problem.message == (
        "Python cannot read ex01_total.py, line 1: expected ':'.\n"
        "     1 | def total(numbers)\n"
        "                           ^"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"return 1",
        b"\x00",
        b"\xff\xfe\x00",
        b"# coding: nonsense\nx = 1",
        b"(" * 10_000,
        b"x = " + b"-" * 200_000 + b"1",
        b"[" * 90 + b"]" * 90 + b"\n" + b"x.a" + b".a" * 50_000,
        b"f'{" * 200,
        b"'" * 3,
        b"def f():\n\tif 1:\n        pass\n",
        b"def f(): 0\n" * 20_000,
    ],
    ids=[
        "return",
        "null",
        "not text",
        "coding",
        "brackets",
        "minuses",
        "attributes",
        "f-strings",
        "quotes",
        "tabs",
        "functions",
    ],
)
def test_whatever_cannot_be_read_is_a_sentence(content: bytes) -> None:
    """Every way in which parsing can fail is an outcome."""
    problem = parse("ex01_total", content)

    assert isinstance(problem, SourceProblem)
    assert problem.message.startswith(("Python cannot read", "ex01_total.py"))


def test_a_file_in_an_odd_encoding_still_has_lines_to_show() -> None:
    """Also where its codec knows no way to leave out what it cannot decode."""
    assert parsed(b"# coding: idna\nx = 1\n").lines[1] == "x = 1"


@pytest.mark.parametrize(
    "content",
    [
        "def total(n): return 1".encode("utf-8-sig"),
        b"def total(n):\r\n\treturn 1\r\n",
        "# 한국어\ndef total(수): return 수".encode(),
    ],
    ids=["byte order mark", "CRLF and tabs", "Korean"],
)
def test_other_editors_files_are_read(content: bytes) -> None:
    """What Python reads, we read."""
    assert parsed(content).function("total") is not None
