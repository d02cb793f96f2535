"""How much faster two Dask workers grade than one.

    python -m tests.benchmarks.class_cluster [--students 12] [--pairs 2]

Scheduler and workers are real, on the loopback interface. The two are measured in turns, in one run; efficiency is the
pace of two workers over twice that of one, and means something only while both cores are free.
"""

import io
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

import click
from rich.console import Console

from grader.cohort.run import ClassOptions, grade_class
from grader.cohort.store import Store
from grader.cohort.units import Settings
from grader.course.file import Course, load_course
from tests.benchmarks.make_class import ROOT, learners, write
from tests.grader.dask_cluster import DaskCluster


def seconds_a_unit(course: Course, submissions: Path, folder: Path, workers: int) -> float:
    """Grade a class by so many workers; returns wall seconds a unit, from the first result to the last."""
    folder.mkdir()
    cluster = DaskCluster(folder, workers)
    try:
        options = ClassOptions(
            submissions, folder / "out", None, course.exercises, Settings(feedback="brief"), scheduler=cluster.address
        )
        grade_class(course, options, Console(file=io.StringIO()))
    finally:
        cluster.close()
    with closing(Store(folder / "out")) as store:
        times = store.times()
    return (times[-1] - times[0]) / (len(times) - 1)


@click.command()
@click.option("--students", default=12, show_default=True)
@click.option("--pairs", default=2, show_default=True)
def main(students: int, pairs: int) -> None:
    """Measure and print."""
    course = load_course(ROOT)
    found = []
    with tempfile.TemporaryDirectory(prefix="class-cluster-") as name:
        write(course, Path(name), learners(course, students, seed=1, distinct=True, special=False))
        for pair in range(pairs):
            started = time.perf_counter()
            one, two = (
                seconds_a_unit(course, Path(name, "class"), Path(name, f"{pair}-{workers}"), workers)
                for workers in (1, 2)
            )
            found.append(one / two / 2)
            print(f"one worker {one:.3f} s a unit, two {two:.3f}: efficiency {found[-1]:.2f}", end="")
            print(f" ({time.perf_counter() - started:.0f} s)")
    print(f"median efficiency of two workers {statistics.median(found):.2f}")


if __name__ == "__main__":
    main()
