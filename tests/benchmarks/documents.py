"""The result documents of everything that the course knows: for comparing two states of the grader.

    python -m tests.benchmarks.documents write FOLDER
    python -m tests.benchmarks.documents compare BEFORE AFTER

`write` grades every known wrong and right answer, the stubs, the solutions and the hostile corpus, and writes a
document of each. `compare` names each document that differs, with the paths in it, and exits with 1 if one does.
What no two runs share is left out: times, names of temporary folders, numbers that are drawn outside torch.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from grader import grade, load_course
from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS, modules_in, read_known
from grader.course.file import Course
from grader.pipe.pool import Workers
from grader.proof.known_answers import proof_pool
from grader.submission.finding import Submission

ROOT = Path(__file__).resolve().parents[2]
_NEVER_ALIKE = ("seconds", "submission")
_CHANGING = re.compile(r"/tmp/[\w-]+|int\(.{0,3}\d{5}")  # temporary folders and ports of single attempts


def write_exercise(out: Path, name: str) -> int:
    """Grade every known answer of one exercise, each as a learner's submission; returns how many."""
    works = known_works(name)
    for label, document in documents_of(load_course(ROOT), name, works):
        _write(out / f"{label}.json", document)
    return len(works)


def known_works(name: str) -> dict[str, Submission]:
    """Every known answer of an exercise, its stub and its solution, each as a submission, by a label."""
    course = load_course(ROOT)
    exercise = course.find(name)
    paths = {f"stub/{name}": course.path("exercises", exercise), f"solution/{name}": course.path("solutions", exercise)}
    for kind, tree in (("wrong", MISCONCEPTIONS), ("right", ALTERNATIVES)):
        paths |= {f"{kind}/{name}/{path.stem}": path for path in modules_in(course, tree, exercise)}
    return {label: Submission(label, {name: read_known(path, exercise)}) for label, path in paths.items()}


def documents_of(course: Course, name: str, works: Mapping[str, Submission]) -> Iterator[tuple[str, Any]]:
    """What grading an exercise says of each of these, by its label."""
    exercise = course.find(name)
    course = course.holding((exercise,))
    with Workers(course.limits) as workers:
        for label, work in works.items():
            with Workers(course.limits, launcher=workers.launcher) as own:
                document = grade(course, work, own, (exercise,))
            yield label, json.loads(msgspec.json.encode(document.exercise(name)))


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _read(path: Path) -> Any:
    return json.loads(_CHANGING.sub("…", path.read_text(encoding="utf-8")))


def write_hostile(out: Path) -> int:
    """Judge the hostile corpus and keep what came of each attempt but its times."""
    from tests.hostile.corpus import all_attempts
    from tests.hostile.judges import judge_all

    outcomes = judge_all(all_attempts())
    for name, outcome in outcomes.items():
        kept = {
            key: value
            for key, value in msgspec.to_builtins(outcome).items()
            if key not in ("seconds", "memory_mb", "document_bytes")
        }
        _write(out / "hostile" / f"{name}.json", kept)
    return len(outcomes)


def differences(before: Any, after: Any, at: str = "") -> list[str]:
    """The paths at which two documents differ."""
    if at.rpartition(".")[2] in _NEVER_ALIKE or before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [*before, *(key for key in after if key not in before)]
        return [
            d
            for key in keys
            for d in differences(before.get(key, "(absent)"), after.get(key, "(absent)"), f"{at}.{key}")
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [path for pair in zip(before, after, strict=True) for path in differences(*pair, f"{at}[]")]
    return [at]


@click.group()
def main() -> None:
    """Write the documents of this state, or compare two states."""


@main.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("-e", "--exercise", "wanted", multiple=True, help="Only these exercises, and no hostile attempts.")
def write(out: Path, wanted: tuple[str, ...]) -> None:
    """Grade everything and write it to the folder OUT."""
    names = [load_course(ROOT).find(one).name for one in wanted] or [e.name for e in load_course(ROOT).exercises]
    with proof_pool() as pool:
        count = sum(pool.map(write_exercise, [out] * len(names), names))
    if not wanted:
        count += write_hostile(out)
    print(f"{count} documents in {out}")


@main.command()
@click.argument("before", type=click.Path(path_type=Path, exists=True))
@click.argument("after", type=click.Path(path_type=Path, exists=True))
@click.option("--ignore", multiple=True, help="A path that is meant to differ, as .tasks[].title.")
def compare(before: Path, after: Path, ignore: tuple[str, ...]) -> None:
    """Say which documents differ, and where."""
    names = sorted({path.relative_to(folder) for folder in (before, after) for path in folder.rglob("*.json")})
    meant: Counter[str] = Counter()
    differing = 0
    for name in names:
        if not ((before / name).exists() and (after / name).exists()):
            found = ["(only in one of the two)"]
        else:
            found = differences(
                *(json.loads((folder / name).read_text(encoding="utf-8")) for folder in (before, after))
            )
        meant.update({path for path in found if path in ignore})
        rest = sorted({path for path in found if path not in ignore})
        differing += bool(rest)
        if rest:
            print(f"{name}: {', '.join(rest)}")
    for path, count in sorted(meant.items()):
        print(f"meant to differ, {path}: {count} documents")
    print(f"{len(names)} documents, {differing} differ")
    sys.exit(differing > 0)


if __name__ == "__main__":
    main()
