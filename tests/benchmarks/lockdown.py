"""What the lock-down costs: a warm worker and a call, with the layers and without, in turn and in one run.

    python -m tests.benchmarks.lockdown [WORKERS [CALLS]]

A worker counts from the request for it until it says that it is ready; a call is `predict` on five rows.
"""

import statistics
import sys
import time

import numpy as np

from grader.isolation import LAYERS
from grader.pipe.channel import Channel
from grader.pipe.frames import Call, Load
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from grader.testing import array

PREDICT = Load("ex03_prediction", b"def predict(X, weight, bias):\n    return X @ weight + bias\n")
CALL = Call("predict", (array(np.ones((5, 3))), array(np.ones((3, 1))), array(np.ones(1))))
BLOCK = 50  # calls between two changes of the worker: the machine's moods hit both alike


def main() -> None:
    """Measure and print medians."""
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    calls = int(sys.argv[2]) if len(sys.argv) > 2 else 4000
    kinds = {"with": LAYERS, "without": ()}
    starts: dict[str, list[float]] = {kind: [] for kind in kinds}
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    launchers = {kind: Launcher(layers) for kind, layers in kinds.items()}
    try:
        for _ in range(workers):
            for kind, launcher in launchers.items():
                began = time.perf_counter()
                worker = Channel(launcher.start(Limits()), Limits())
                worker.ask(PREDICT)
                starts[kind].append(time.perf_counter() - began)
                worker.stop()
        standing = {kind: Channel(launcher.start(Limits()), Limits()) for kind, launcher in launchers.items()}
        for worker in standing.values():
            worker.ask(PREDICT)
        for block in range(calls // BLOCK):
            # who comes first changes, for the machine's speed drifts
            for kind, worker in list(standing.items())[:: -1 if block % 2 else 1]:
                times[kind].append(statistics.median(_seconds(worker) for _ in range(BLOCK)))
        for worker in standing.values():
            worker.stop()
    finally:
        for launcher in launchers.values():
            launcher.close()
    with_it, without = (1000 * statistics.median(starts[kind]) for kind in kinds)
    print(f"worker with a module loaded: {with_it:.1f} ms with the layers, {without:.1f} ms without")
    print(f"  the lock-down adds {with_it - without:.1f} ms")
    with_it, without = (1e6 * statistics.median(times[kind]) for kind in kinds)
    print(f"call: {with_it:.1f} us with the layers, {without:.1f} us without")
    ratio = statistics.median(a / b for a, b in zip(*times.values(), strict=True))
    print(f"  the lock-down adds {100 * (ratio - 1):+.1f} %, the median of {calls // BLOCK} pairs of {BLOCK} calls")


def _seconds(worker: Channel) -> float:
    began = time.perf_counter()
    worker.ask(CALL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
