"""How long grading all solutions takes, as a multiple of `python -c "import torch"`, in interleaved pairs.

    python tests/benchmarks/grade_all.py [PAIRS]

Both are whole processes on the same machine in the same minute, so the ratio means something on any machine; run it
when nothing else is running. The phases below the ratio say what the rest of the time is spent on.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMPORT_TORCH = [sys.executable, "-c", "import torch"]
GRADE = [sys.executable, "-m", "grader", "-s", str(ROOT / "solutions")]
WAIT_FOR_TORCH = """from grader.pipe.channel import Limits
from grader.source.module import parse
from grader.pipe.pool import Workers
"""


def seconds(command: list[str]) -> float:
    """Wall time of one whole process."""
    # compiled files are kept as usual: a learner's second run is what counts
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    phases = {
        "judge's imports (pytest, Hypothesis, NumPy)": "import grader.judge.run",
        "worker ready (torch loaded in the other process)": WAIT_FOR_TORCH
        + "w = Workers(Limits()); w.load(parse('ex01_x', b'x = 1')); w.stop()",
        "worker ready, and torch.optim used once": WAIT_FOR_TORCH
        + "s = b'import torch\\ntorch.optim.SGD([torch.zeros(1)], lr=1.0)'\n"
        + "w = Workers(Limits()); w.load(parse('ex01_x', s)); w.stop()",
    }
    for command in (IMPORT_TORCH, GRADE):
        seconds(command)  # once unmeasured, so that all files are compiled and cached
    ratios, imports, grades = [], [], []
    for pair in range(pairs):
        imports.append(seconds(IMPORT_TORCH))
        grades.append(seconds(GRADE))
        ratios.append(grades[-1] / imports[-1])
        times = f"import torch {imports[-1]:.2f} s, grade all {grades[-1]:.2f} s"
        print(f"pair {pair + 1}: {times}, ratio {ratios[-1]:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f} (worst {max(ratios):.2f}; at most 3 is the aim)")
    for name, code in phases.items():
        phase = statistics.median(seconds([sys.executable, "-c", code]) for _ in range(3))
        print(f"  {phase:.2f} s  {name}")


if __name__ == "__main__":
    main()
