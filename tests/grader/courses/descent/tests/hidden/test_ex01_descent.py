"""Exercise 1, hidden."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import Curve, Floats, Learner, Training, curve_of, quarters


def training(learner: Learner, x: Floats) -> Training:
    """The training from x."""

    def right(epochs: int) -> list[Floats]:
        return [x * 0.75**epochs]

    def losses(epochs: int) -> list[float]:
        return [float(np.mean((x * 0.75**epoch) ** 2)) for epoch in range(epochs)]

    def curve() -> Curve | None:
        return curve_of("8 epochs", learner.train(x, 8).parts("x", "history")[1], losses(8))

    return Training(
        train=lambda epochs: learner.train(x, epochs),
        parameters=lambda answer: answer.parts("x", "history")[:1],
        history=lambda answer: answer.parts("x", "history")[1],
        right=right,
        losses=losses,
        curve=curve,
    )


@pytest.mark.task("train")
@given(numbers=quarters(2), epochs=st.sampled_from((1, 2, 7)))
def test_every_epoch_takes_a_quarter_away(learner: Learner, numbers: list[float], epochs: int) -> None:
    """What is left after some epochs is exact."""
    training(learner, np.array(numbers)).expect_parameters(epochs)


@pytest.mark.task("history")
@given(numbers=quarters(2))
def test_the_loss_before_each_step(learner: Learner, numbers: list[float]) -> None:
    """The history is that of the exact losses."""
    training(learner, np.array(numbers)).expect_losses(3, within=1e-5)
