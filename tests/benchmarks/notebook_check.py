"""How long a check in a kernel takes: the first one, the second, and what a new `python -m grader` takes for the same.

Run: python -m tests.benchmarks.notebook_check
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from grader.notebook.kernel import _Service

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = ("ex04_mse", "ex08_training_loop", "ex12_optimizer")
REPETITIONS = 5


def main() -> None:
    """Print seconds, and the ratio to a run of the command line."""
    cells = [("1", (ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8")) for name in EXERCISES]
    names = ["mse_loss", "train", "build_training"]
    service = _Service()
    print(f"{'exercise':<20}{'first':>8}{'next':>8}{'command':>9}{'ratio':>7}")
    for name, (_number, text) in zip(EXERCISES, cells, strict=True):
        question = {"exercises": [name], "cells": [("1", text)], "names": names}
        seconds = [_timed(lambda question=question: service.ask(question)) for _ in range(REPETITIONS)]  # type: ignore[misc]
        command = [sys.executable, "-m", "grader", name, "-s", str(ROOT / "solutions")]
        whole = statistics.median(
            _timed(lambda command=command: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))  # type: ignore[misc]
            for _ in range(3)
        )
        later = statistics.median(seconds[1:])
        print(f"{name:<20}{seconds[0]:>8.2f}{later:>8.2f}{whole:>9.2f}{later / whole:>7.2f}")
    service.stop()


def _timed(action) -> float:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
