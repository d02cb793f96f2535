"""What it costs that learners' files are read in a process of their own.

    python -m tests.benchmarks.reading [OTHER [PAIRS]]

First the reading alone, beside parsing the same files in this process. With OTHER, the folder of another version of
this repository, also cold runs of `python -m grader EXERCISE` there and here in turn: both meet the same machine.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from grader.course.file import Course, load_course
from grader.source.regular_files import read_module
from grader.submission.finding import read_submission
from grader.submission.reader_process import Reader

ROOT = Path(__file__).resolve().parents[2]
_EXERCISE = "ex04_mse"


def main() -> None:
    """Measure and print."""
    course = load_course(ROOT)
    reading_alone(course)
    if len(sys.argv) > 1:
        cold_runs(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 10)


def reading_alone(course: Course) -> None:
    """The whole course and one exercise, in a warm reader and in this process."""
    folder = course.root / "solutions"
    one = course.find(_EXERCISE)
    with Reader() as reader:
        reader.prepare()
        first = seconds(lambda: read_submission(course, folder, reader=reader))
        for name, exercises in (("all exercises", course.exercises), (_EXERCISE, (one,))):
            apart, here = [], []
            for _turn in range(30):
                apart.append(seconds(partial(read_submission, course, folder, exercises, reader)))
                start = time.perf_counter()
                for exercise in exercises:
                    read_module(exercise.name, course.path("solutions", exercise), exercise.functions)
                here.append(time.perf_counter() - start)
            print(f"{name}: in a reader {1000 * middle(apart):.1f} ms, in this process {1000 * middle(here):.1f} ms")
    print(f"the first time, with the start of the reader: {1000 * first:.0f} ms")


def cold_runs(other: Path, pairs: int) -> None:
    """`python -m grader` from a cold start, there and here in turn."""
    found: dict[Path, list[float]] = {other: [], ROOT: []}
    command = [sys.executable, "-m", "grader", _EXERCISE, "-s", "solutions", "--exit-zero"]
    for _pair in range(pairs + 1):
        for root, times in found.items():
            started = time.perf_counter()
            subprocess.run(command, cwd=root, capture_output=True, check=True)
            times.append(time.perf_counter() - started)
    before, now = (times[1:] for times in found.values())  # the first pair warms the disk's cache
    ratio = statistics.median(one / two for one, two in zip(now, before, strict=True))
    print(f"cold run of {_EXERCISE}: there {middle(before):.2f} s, here {middle(now):.2f} s, here/there {ratio:.3f}")


def seconds(action: Callable[[], object]) -> float:
    """How long this takes, on the wall."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


middle = statistics.median

if __name__ == "__main__":
    main()
