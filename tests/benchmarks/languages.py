"""The same work gets the same marks in every language: the whole catalogue graded in each, and the documents compared.

    python -m tests.benchmarks.languages [-e EXERCISE]…

Every known wrong and right answer, the stub and the solution of an exercise are graded in English and in each other
language. Everything but the sentences must be the same: statuses, points, tests, kinds, causes, lines, charts,
programs, and the numbers in what was called, returned and expected. Names what differs, with its place, and exits with
1 if anything does.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import msgspec

from grader import grade, load_course
from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS, modules_in, read_known
from grader.course.translation import speak
from grader.messages import languages
from grader.pipe.pool import Workers
from grader.proof.known_answers import proof_pool
from grader.submission.finding import Submission

ROOT = Path(__file__).resolve().parents[2]
_TIMES = {"seconds"}
_SENTENCES = {"title", "requirement", "message", "diagnosis", "advice"}
_VALUES = {"called", "returned", "expected"}  # code, and here and there a few words about it
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


@dataclass(frozen=True)
class Comparison:
    """How many documents of an exercise were compared, with how many failures, and in what they differ."""

    documents: int = 0
    failures: int = 0
    sentences: int = 0
    differences: tuple[str, ...] = ()

    def __add__(self, other: "Comparison") -> "Comparison":
        return Comparison(
            self.documents + other.documents,
            self.failures + other.failures,
            self.sentences + other.sentences,
            self.differences + other.differences,
        )


def compare_exercise(name: str) -> Comparison:
    """Grade every known answer of one exercise in every language and compare the documents."""
    english, works = {}, _works(name)
    for label, document in _documents(name, "en", works):
        english[label] = document
    found = Comparison()
    for code in languages()[1:]:
        differing: dict[str, list[str]] = {}
        for label, document in _documents(name, code, works):
            failures = [row for task in document["tasks"] for row in task["failures"]]
            sentences = sum(bool(row[field]) for row in failures for field in _SENTENCES & row.keys())
            found += Comparison(1, len(failures), sentences)
            if differences := _differences(english[label], document):
                differing[label] = differences
        # what is not the same twice in English is no matter of the language: numbers that are drawn outside torch
        for label, again in _documents(name, "en", {label: works[label] for label in differing}):
            if not _differences(english[label], again):
                said = tuple(f"{label} ({code}): {what}" for what in differing[label])
                found += Comparison(differences=said)
    return found


def _works(name: str) -> dict[str, Submission]:
    """Every known answer of an exercise, each as a learner's submission."""
    course = load_course(ROOT)
    exercise = course.find(name)
    paths = {f"stub/{name}": course.path("exercises", exercise), f"solution/{name}": course.path("solutions", exercise)}
    for kind, tree in (("wrong", MISCONCEPTIONS), ("right", ALTERNATIVES)):
        paths |= {f"{kind}/{name}/{path.stem}": path for path in modules_in(course, tree, exercise)}
    return {label: Submission(label, {name: read_known(path, exercise)}) for label, path in paths.items()}


def _documents(name: str, code: str, works: dict[str, Submission]) -> Iterator[tuple[str, Any]]:
    course = speak(load_course(ROOT), code)
    exercise = course.find(name)
    with Workers(course.limits) as workers:
        for label, work in works.items():
            with Workers(course.limits, launcher=workers.launcher) as own:
                document = grade(course, work, own, (exercise,))
            yield label, json.loads(msgspec.json.encode(document.exercise(name)))


def _differences(english: Any, other: Any, at: str = "") -> list[str]:
    """In what two documents differ that have their sentences in two languages."""
    field = at.rpartition(".")[2]
    if field in _TIMES or english == other:
        return []
    if isinstance(english, dict) and isinstance(other, dict) and english.keys() == other.keys():
        return [found for key in english for found in _differences(english[key], other[key], f"{at}.{key}")]
    if isinstance(english, list) and isinstance(other, list) and len(english) == len(other):
        pairs = zip(english, other, strict=True)
        return [found for place, pair in enumerate(pairs) for found in _differences(*pair, f"{at}[{place}]")]
    if field in _SENTENCES and bool(english) == bool(other):
        return []
    if field in _VALUES and _numbers(english) == _numbers(other):
        return []
    return [f"{at}: {_short(english)} / {_short(other)}"]


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(text))


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 100 else f"{shown[:99]}…"


@click.command()
@click.option("-e", "--exercise", "wanted", multiple=True, help="Only these exercises.")
def main(wanted: tuple[str, ...]) -> None:
    """Grade the catalogue in every language and say what differs but the sentences."""
    course = load_course(ROOT)
    names = [course.find(one).name for one in wanted] or [exercise.name for exercise in course.every_exercise]
    total = Comparison()
    with proof_pool() as pool:
        for name, found in zip(names, pool.map(compare_exercise, names), strict=True):
            print(
                f"{name}: {found.documents} documents, {found.failures} failures, {len(found.differences)} differences"
            )
            print("".join(f"  {difference}\n" for difference in found.differences), end="", flush=True)
            total += found
    print(
        f"{total.documents} documents with {total.failures} failures and {total.sentences} sentences in them: "
        f"{len(total.differences)} differences"
    )
    sys.exit(bool(total.differences))


if __name__ == "__main__":
    main()
