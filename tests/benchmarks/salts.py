"""Marks under many salts: other examples must change no mark.

    python -m tests.benchmarks.salts solutions|wrong|right|public [-e EXERCISE]… [-n SALTS]

    solutions  the reference solutions get full marks under each of 50 salts
    wrong      every wrong answer fails the tasks that it names under each of 20 salts
    right      every right answer gets full marks under each of 10 salts
    public     of the wrong answers (all are honest mistakes) at least 95 of 100 fail the public tests already

Prints what speaks against it, and exits with 1 if something does; `wrong` takes half an hour or more. A wrong answer
that passes now and then shows a weak test, never a bad salt: what catches it for sure belongs into the test.
"""

import math
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import click

from grader.course.catalogue import (
    ALTERNATIVES,
    MISCONCEPTIONS,
    Misconception,
    modules_in,
    read_known,
    read_misconception,
)
from grader.course.file import Course, Exercise, load_course
from grader.judge.marking import exercise_row
from grader.judge.run import run_tests
from grader.judge.settings import Run
from grader.pipe.pool import Workers
from grader.proof.known_answers import proof_pool
from grader.result.document import ExerciseRow, Stage
from grader.source.module import Source
from grader.submission.finding import Submission

ROOT = Path(__file__).resolve().parents[2]
BOTH: tuple[Stage, ...] = ("public", "hidden")
Found = tuple[int, list[str]]  # how many gradings, and what is wrong


def marks(
    course: Course, exercise: Exercise, source: Source, workers: Workers, salt: str, stages: tuple[Stage, ...] = BOTH
) -> ExerciseRow:
    """The marks of one module; nobody asks why."""
    work = Submission(source.filename, {exercise.name: source})
    return exercise_row(
        exercise, run_tests(course, work, workers, Run.of(course, (exercise,), stages, salt, "proof")), {}
    )


def solutions(course: Course, exercise: Exercise, workers: Workers, salts: list[str]) -> Found:
    """The reference solution must pass."""
    source = read_known(course.path("solutions", exercise), exercise)
    rows = [(salt, marks(course, exercise, source, workers, salt)) for salt in salts]
    return len(rows), [f"the solution: {lost(row)} under salt {salt}" for salt, row in rows if row.status != "passed"]


def right(course: Course, exercise: Exercise, workers: Workers, salts: list[str]) -> Found:
    """Every right answer must pass."""
    count, found = 0, []
    for path in modules_in(course, ALTERNATIVES, exercise):
        source = read_known(path, exercise)
        for salt in salts:
            row = marks(course, exercise, source, workers, salt)
            count += 1
            if row.status != "passed":
                found.append(f"{path.stem}: {lost(row)} under salt {salt}")
    return count, found


def wrong(course: Course, exercise: Exercise, workers: Workers, salts: list[str]) -> Found:
    """Every wrong answer must fail what it names."""
    count, found = 0, []
    for misconception in misconceptions(course, exercise):
        escapes: dict[str, list[str]] = {}
        for salt in salts:
            row = marks(course, exercise, misconception.source, workers, salt)
            count += 1
            for task in row.tasks:
                if task.id in misconception.fails and task.status == "passed":
                    escapes.setdefault(task.id, []).append(salt)
        for task_id, under in escapes.items():
            found.append(
                f"{misconception.name} passes {task_id} under {len(under)} of {len(salts)}: {', '.join(under)}"
            )
    return count, found


def public(course: Course, exercise: Exercise, workers: Workers, salts: list[str]) -> Found:
    """Wrong answers that the public tests let pass."""
    known = list(misconceptions(course, exercise))
    found = []
    for misconception in known:
        row = marks(course, exercise, misconception.source, workers, salts[0], ("public",))
        if row.status == "passed":
            found.append(f"{misconception.name} passes the public tests ({', '.join(sorted(misconception.fails))})")
    return len(known), found


def misconceptions(course: Course, exercise: Exercise) -> Iterator[Misconception]:
    """The wrong answers of an exercise."""
    for path in modules_in(course, MISCONCEPTIONS, exercise):
        yield read_misconception(path, exercise)


def lost(row: ExerciseRow) -> str:
    """Which tasks and tests are failed."""
    tests = {failure.test for task in row.tasks for failure in task.failures}
    return f"{', '.join(task.id for task in row.tasks if task.status != 'passed')} ({', '.join(sorted(tests))})"


MODES: dict[str, tuple[Callable[[Course, Exercise, Workers, list[str]], Found], int]] = {
    "solutions": (solutions, 50),
    "wrong": (wrong, 20),
    "right": (right, 10),
    "public": (public, 1),
}


def look_at(mode: str, name: str, salts: list[str]) -> Found:
    """One exercise, in a process of its own."""
    course = load_course(ROOT)
    exercise = course.find(name)
    course = course.holding((exercise,))
    with Workers(replace(course.limits, submission_seconds=math.inf), shared=True) as workers:
        return MODES[mode][0](course, exercise, workers, salts)


@click.command()
@click.argument("mode", type=click.Choice(list(MODES)))
@click.option("-e", "--exercise", "wanted", multiple=True)
@click.option("-n", "--salts", "count", type=int, default=None)
def main(mode: str, wanted: tuple[str, ...], count: int | None) -> None:
    """Grade, count and print."""
    course = load_course(ROOT)
    names = [course.find(name).name for name in wanted] or [exercise.name for exercise in course.every_exercise]
    count = MODES[mode][1] if count is None else count
    salts = [course.salt] if mode == "public" else [f"salt {number}" for number in range(count)]
    total, problems = 0, 0
    with proof_pool() as pool:
        for name, (gradings, found) in zip(names, each(pool, mode, names, salts), strict=True):
            print(f"{name}: {gradings} gradings, {len(found)} to look at", flush=True)
            for problem in found:
                print(f"    {problem}", flush=True)
            total, problems = total + gradings, problems + len(found)
    if mode == "public":
        caught = 1 - problems / total
        print(f"{total - problems} of {total} wrong answers fail the public tests: {caught:.1%}")
        sys.exit(caught < 0.95)
    print(f"{total} gradings, {problems} to look at")
    sys.exit(problems > 0)


def each(pool: ProcessPoolExecutor, mode: str, names: list[str], salts: list[str]) -> Iterator[Found]:
    """What each exercise shows, in order."""
    yield from pool.map(look_at, [mode] * len(names), names, [salts] * len(names))


if __name__ == "__main__":
    main()
