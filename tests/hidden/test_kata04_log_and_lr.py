"""Kata 4, hidden: exact trajectories with any learning rate, and every plan of logging."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import Answer, Learner, Param, expect, rounding
from tests.hidden.kata_training import KataRun, kata_runs
from tests.hidden.log_lines import expect_log


def call(learner: Learner, run: KataRun, **keywords: int) -> Answer:
    """The kata's call."""
    p = run.problem
    return learner.train_logged(p.X, p.y, Param(p.weight), Param(p.bias), run.lr, run.epochs, **keywords)


@pytest.mark.task("learning_rate")
@given(run=kata_runs())
def test_the_parameters_follow_the_learning_rate(learner: Learner, run: KataRun) -> None:
    """Weight and bias are where so many steps with the given lr lead."""
    run.training(learner, call).expect_parameters(run.epochs)


@pytest.mark.task("learning_rate")
@given(run=kata_runs())
def test_the_history_follows_the_learning_rate(learner: Learner, run: KataRun) -> None:
    """Item i of the history is the loss before step i + 1 with the given lr, a Python float."""
    run.expect_losses(learner, call)


@pytest.mark.task("log")
@given(run=kata_runs(epochs=(1, 2, 5, 7)), log_every=st.sampled_from((1, 2, 3, 4, 10)))
def test_the_log_has_its_lines(learner: Learner, run: KataRun, log_every: int) -> None:
    """The epochs 1, 1 + log_every, ... and the last are logged, each once, in order, with their loss."""
    losses = run.right.history
    expect_log(call(learner, run, log_every=log_every), losses, log_every, within=float(rounding(max(losses), 200)))


@pytest.mark.task("learning_rate", "log")
@settings(max_examples=4)
@given(run=kata_runs())
def test_leaves_the_data_and_torch_as_they_were(learner: Learner, run: KataRun) -> None:
    """X and y are not changed, nothing is seeded, and the default dtype and the grad mode stay as they are."""
    answer = call(learner, run)
    expect(answer).kept_its_inputs(but=(2, 3))
    expect(answer).left_torch_as_it_was()
