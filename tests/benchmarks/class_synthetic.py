"""Thousands of synthetic results: how long the gradebook and the page take, and what the page looks like then.

    python -m tests.benchmarks.class_synthetic GRADED OUT [--students 10000]

`GRADED` is the folder of a class that was graded; each synthetic student has, for every exercise, what somebody of that
class has. Nothing is graded.
"""

import random
import shutil
import time
from contextlib import closing
from pathlib import Path

import click

from grader.cohort.gradebook import Gradebook
from grader.cohort.handins import Reading
from grader.cohort.intake.read_class import Handin, Intake
from grader.cohort.intake.shapes import Who
from grader.cohort.marks import Marks, Student
from grader.cohort.run import ClassOptions, write_page, write_remarks
from grader.cohort.statistics import ClassStatistics
from grader.cohort.store import NAME, Store
from grader.cohort.units import Settings, fingerprints, key_of
from grader.course.file import Course, load_course
from tests.benchmarks.make_class import ROOT, learners


def synthetic(course: Course, store: Store, settings: Settings, count: int) -> list[Student]:
    """Make up students from stored results."""
    rng = random.Random(count)
    fingerprint = fingerprints(course, settings)
    stored = store.stored()
    choices: dict[str, list[str]] = {exercise.name: [] for exercise in course.exercises}
    for digest in store.digests():
        exercise = store.unit(digest).exercise
        if key_of(digest, fingerprint[exercise]) in stored:
            choices[exercise].append(digest)
    names = [learner.name for learner in learners(course, 500, 2, False)]
    found = []
    for number in range(count):
        units = {name: rng.choice(digests) for name, digests in choices.items() if digests}
        who = Who(f"s{number:05}", full_name=names[number % len(names)])
        files = tuple(f"{name}.py" for name in units)
        handin = Handin(who.name, who, (), (None,), ())  # type: ignore[arg-type]  # some file; nobody reads it
        keys = {name: key_of(digest, fingerprint[name]) for name, digest in units.items()}
        found.append(Student(handin, Reading(units, (), files), keys, who.name))
    return found


@click.command()
@click.argument("graded", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--students", default=10_000, show_default=True)
@click.option("--salt", default=None)
def main(graded: Path, out: Path, students: int, salt: str | None) -> None:
    """Write the gradebook and the page of a synthetic class, and say how long each took."""
    course = load_course(ROOT)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    shutil.copy(graded / NAME, out)
    settings = Settings(salt=salt, feedback="brief")
    options = ClassOptions(graded, out, None, course.exercises, settings)
    with closing(Store(out)) as store:
        made = synthetic(course, store, settings, students)
        intake = Intake(f"{students} synthetic submissions", tuple(one.handin for one in made), (), None)
        started = time.perf_counter()
        statistics = ClassStatistics(course.exercises)
        with Gradebook(out, course, course.exercises, intake) as gradebook:
            for marked in Marks(course, store, settings, {}).of(made):
                gradebook.add(marked)
                statistics.add(marked)
        write_remarks(out, intake)
        between = time.perf_counter()
        write_page(course, options, intake, made, store, statistics)
        ended = time.perf_counter()
    print(f"{students} students: gradebook {between - started:.1f} s, page {ended - between:.1f} s")


if __name__ == "__main__":
    main()
