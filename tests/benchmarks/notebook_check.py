"""How long a check in a kernel takes: the first one, the second, and what a new `python -m grader` takes for the same.

Run: python -m tests.benchmarks.notebook_check
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from grader.session.kernel import _Service

ROOT = Path(__file__).resolve().parents[2]
EXERCISES = {"ex04_mse": "mse_loss", "ex08_training_loop": "train", "ex12_optimizer": "build_training"}
REPETITIONS = 5


def main() -> None:
    """Print seconds, and the ratio to a run of the command line."""
    service = _Service()
    print(f"{'exercise':<20}{'first':>8}{'next':>8}{'command':>9}{'ratio':>7}")
    for name, function in EXERCISES.items():
        text = (ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8")
        question = {"exercises": [name], "cells": [("1", text)], "names": [function]}
        first, *later = [_timed(partial(service.ask, question)) for _ in range(REPETITIONS)]
        command = [sys.executable, "-m", "grader", name, "-s", str(ROOT / "solutions")]
        run = partial(subprocess.run, command, stdout=subprocess.DEVNULL, check=True)
        whole = statistics.median(_timed(run) for _ in range(REPETITIONS))
        following = statistics.median(later)
        print(f"{name:<20}{first:>8.2f}{following:>8.2f}{whole:>9.2f}{following / whole:>7.2f}")
    service.stop()


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
