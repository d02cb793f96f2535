"""Claims alone: what could be won by lying about what only a worker can see."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from tests.hostile.claims import won_by_claims

# Of this task no number is judged, so that one mistake costs one task. It is no claim all the same: the shape must fit
# the bytes that come back
ABOUT_NO_NUMBERS = {("ex02_parameters", "shapes")}


def test_no_other_task_is_won_by_claims() -> None:
    """Whatever a worker says of flags, inputs and settings: with numbers that mean nothing there is nothing else."""
    # in a process of their own: Hypothesis reads its settings when a test is defined
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        with_gradients, without = pool.map(won_by_claims, (True, False))

    assert with_gradients | without == ABOUT_NO_NUMBERS
