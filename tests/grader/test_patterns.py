"""Every pattern that sees a learner's whole text takes time in proportion to its length."""

import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import grader.reader
import grader.source

SIZE = 2_000  # characters
DOUBLED = 3  # times: linear time grows to 8 times as much, quadratic time to 64 times as much
BETWEEN = 24
SHORT = 0.002  # CPU seconds; what takes less at the largest size is not quadratic
# what patterns are about, alone and in pairs, over and over again, and what makes a match fail in the end
PIECES = (
    " ",
    "\t",
    "a",
    "1",
    ".",
    "_",
    "-",
    ":",
    "=",
    "%",
    "?",
    "!",
    "#",
    "[",
    "(",
    ",",
    '"',
    "<",
    "coding",
    "def",
    "pip",
)
ENDS = ("", "\0", "x ]")


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """All modules of a package."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def uses() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes], str]]:
    """The patterns of the rooms that see a whole text of a learner's, with the ways in which each is used there."""
    for package in (grader.reader, grader.source):
        for module in modules(package):
            text = Path(module.__file__ or "").read_text(encoding="utf-8")
            for name, pattern in vars(module).items():
                if isinstance(pattern, re.Pattern):
                    for method in sorted(set(re.findall(rf"\b{name}\.(\w+)\(", text))):
                        yield f"{module.__name__}.{name}.{method}", pattern, method


USES = {name: (pattern, method) for name, pattern, method in uses()}


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, text: str) -> float:
    """CPU seconds that a pattern takes with a text."""
    apply = getattr(pattern, method)
    given = text if isinstance(pattern.pattern, str) else text.encode()
    started = time.process_time()
    apply(given)
    return time.process_time() - started


def growth(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, piece: str, end: str) -> float:
    """How many times as much time a text takes that is doubled so many times; 0 where it takes next to none."""
    short = piece * (SIZE // len(piece)) + end
    long = piece * (SIZE * 2**DOUBLED // len(piece)) + end
    if seconds(pattern, method, long) < SHORT:
        return 0.0
    # the quickest of three, for the machine may be busy
    least, most = (min(seconds(pattern, method, text) for _time in range(3)) for text in (short, long))
    return 0.0 if most < SHORT else most / max(least, 1e-5)


def test_the_patterns_are_found() -> None:
    """Those that see cells of notebooks and those that see modules; without any, the next test could not fail."""
    rooms = {name.rpartition(".")[0].rpartition(".")[0] for name in USES}

    assert {"grader.reader.notebook.magics", "grader.reader.notebook.definitions", "grader.source.decoding"} <= rooms


@pytest.mark.parametrize("name", USES)
def test_a_text_doubled_again_and_again_takes_time_in_proportion(name: str) -> None:
    """Whatever it is made of: characters that the pattern is about, repeated, and an end that it may not like."""
    pattern, method = USES[name]
    pieces = [*PIECES, *map("".join, itertools.permutations(PIECES, 2))]

    slow = [(one, end) for one in pieces for end in ENDS if growth(pattern, method, one, end) > BETWEEN]

    assert slow == []


def test_a_quadratic_pattern_would_be_found() -> None:
    """One that begins anew at each character, and goes to the end each time."""
    assert growth(re.compile("1+x"), "search", "1", "") > BETWEEN
