"""The same work gets the same marks in every language: the whole catalogue graded in each, and the documents compared.

    python -m tests.benchmarks.languages [-e EXERCISE]…

Every known wrong and right answer, the stub and the solution of an exercise are graded in English and in each other
language. Everything but the sentences must be the same: statuses, points, tests, kinds, causes, lines, charts,
programs, and the numbers in what was called, returned and expected. Names what differs, with its place, and exits with
1 if anything does.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import click

from grader import load_course
from grader.course.translation import speak
from grader.messages import languages
from grader.proof.known_answers import proof_pool
from grader.submission.finding import Submission
from tests.benchmarks.documents import documents_of, known_works

ROOT = Path(__file__).resolve().parents[2]
_TIMES = {"seconds"}
_SENTENCES = {"title", "requirement", "message", "diagnosis", "advice", "run"}
_VALUES = {"called", "returned", "expected"}  # code, and here and there a few words about it
_AT_ONCE = 12  # documents a job
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


@dataclass(frozen=True)
class Comparison:
    """How many documents of an exercise were compared, with how many failures, and in what they differ."""

    documents: int = 0
    failures: int = 0
    sentences: int = 0
    differences: tuple[str, ...] = ()

    def counts(self) -> str:
        """What was compared, in words."""
        compared = f"{self.documents} documents with {self.failures} failures and {self.sentences} sentences in them"
        return f"{compared}, {len(self.differences)} differences"

    def __add__(self, other: "Comparison") -> "Comparison":
        return Comparison(
            self.documents + other.documents,
            self.failures + other.failures,
            self.sentences + other.sentences,
            self.differences + other.differences,
        )


def compare_works(name: str, labels: tuple[str, ...]) -> Comparison:
    """Grade some known answers of an exercise in every language and compare the documents."""
    works = {label: work for label, work in known_works(name).items() if label in labels}
    english, found = dict(_documents(name, "en", works)), Comparison()
    for code in languages()[1:]:
        differing: dict[str, dict[str, str]] = {}
        for label, document in _documents(name, code, works):
            failures = [row for task in document["tasks"] for row in task["failures"]]
            sentences = sum(bool(row[field]) for row in failures for field in _SENTENCES & row.keys())
            found += Comparison(1, len(failures), sentences)
            if differences := dict(_differences(english[label], document)):
                differing[label] = differences
        # what is not the same twice in English is no matter of the language: numbers that are drawn outside torch
        for label, again in _documents(name, "en", {label: works[label] for label in differing}):
            by_chance = dict(_differences(english[label], again))
            real = {at: what for at, what in differing[label].items() if at not in by_chance}
            found += Comparison(differences=tuple(f"{label} ({code}) {at}: {what}" for at, what in real.items()))
    return found


def _documents(name: str, code: str, works: dict[str, Submission]) -> Iterator[tuple[str, Any]]:
    return documents_of(speak(load_course(ROOT), code), name, works)


def _differences(english: Any, other: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Where two documents differ that have their sentences in two languages, and how."""
    field = at.rpartition(".")[2]
    if field in _TIMES or english == other:
        return
    if isinstance(english, dict) and isinstance(other, dict) and english.keys() == other.keys():
        for key in english:
            yield from _differences(english[key], other[key], f"{at}.{key}")
    elif isinstance(english, list) and isinstance(other, list) and len(english) == len(other):
        for place, pair in enumerate(zip(english, other, strict=True)):
            yield from _differences(*pair, f"{at}[{place}]")
    elif not (field in _SENTENCES and bool(english) == bool(other)) and not (
        field in _VALUES and _numbers(english) == _numbers(other)
    ):
        yield at, f"{_short(english)} / {_short(other)}"


def _batched(labels: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(labels)
    while batch := tuple(islice(rest, _AT_ONCE)):
        yield batch


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(re.sub(r"\bzeros?\b", "0", text)))  # where Korean writes a figure


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 100 else f"{shown[:99]}…"


@click.command()
@click.option("-e", "--exercise", "wanted", multiple=True, help="Only these exercises.")
def main(wanted: tuple[str, ...]) -> None:
    """Grade the catalogue in every language and say what differs but the sentences."""
    course = load_course(ROOT)
    names = [course.find(one).name for one in wanted] or [exercise.name for exercise in course.every_exercise]
    jobs = [(name, labels) for name in names for labels in _batched(known_works(name))]
    total = Comparison()
    with proof_pool() as pool:
        for (name, labels), found in zip(jobs, pool.map(compare_works, *zip(*jobs, strict=True)), strict=True):
            print(f"{name}, {labels[0].partition('/')[0]} …: {found.counts()}")
            print("".join(f"  {difference}\n" for difference in found.differences), end="", flush=True)
            total += found
    print(f"in all: {total.counts()}")
    sys.exit(bool(total.differences))


if __name__ == "__main__":
    main()
