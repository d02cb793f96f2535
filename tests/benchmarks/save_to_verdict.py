"""How long it takes from saving a file to its verdict in watch mode, beside a cold run of the same exercise.

    python -m tests.benchmarks.save_to_verdict [EXERCISE [SAVES [RIGHT]]]

RIGHT is the name of a right answer in tests/alternatives, by default the solution.

Drives the real command in a pseudo-terminal: right and wrong answers are saved in turn, another wrong one each time,
and the clock stops when the report's last line is there. Cold runs of `python -m grader EXERCISE` are measured in
between, on the same machine.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS, modules_in
from grader.course.file import load_course
from tests.grader.test_watch import Terminal

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure and print medians."""
    course = load_course(ROOT)
    exercise = course.find(sys.argv[1] if len(sys.argv) > 1 else "ex04_mse")
    saves = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    known = modules_in(course, MISCONCEPTIONS, exercise)
    wrong = [known[at * len(known) // saves] for at in range(saves)]
    right = course.path("solutions", exercise)
    if len(sys.argv) > 3:
        right = next(path for path in modules_in(course, ALTERNATIVES, exercise) if path.stem == sys.argv[3])
    answers = {"right": [right] * saves, "wrong": wrong}
    warm: dict[str, list[float]] = {kind: [] for kind in answers}
    cold: dict[str, list[float]] = {kind: [] for kind in answers}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in course.exercises:
            shutil.copy(course.path("exercises", each), folder)
        terminal = Terminal(folder, ROOT)
        terminal.read_until("q quit")
        for turn in range(saves):
            for kind, paths in answers.items():
                time.sleep(2.0)  # a learner thinks; meanwhile the next worker loads torch
                text = paths[turn].read_text(encoding="utf-8")
                started = time.perf_counter()
                (folder / f"{exercise.name}.py").write_text(text, encoding="utf-8")
                terminal.read_until("q quit")
                warm[kind].append(time.perf_counter() - started)
                started = time.perf_counter()
                command = [sys.executable, "-m", "grader", exercise.name, "-s", str(folder), "--exit-zero"]
                subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
                cold[kind].append(time.perf_counter() - started)
        terminal.close()
    for kind in answers:
        saved, run = statistics.median(warm[kind]), statistics.median(cold[kind])
        times = f"save to verdict {1000 * saved:.0f} ms, cold run {run:.2f} s ({run / saved:.1f} x)"
        print(f"{exercise.name}, {kind}: {times}")


if __name__ == "__main__":
    main()
