"""Kata 3, hidden: exact trajectories on any table of rows."""

import numpy as np
import pytest
from hypothesis import given, settings

from grader.testing import Answer, Learner, Param, expect
from tests.hidden.kata_training import KataRun, kata_runs

SIZES = ((3, 2, 1), (4, 3, 1), (5, 2, 1), (2, 4, 1))
# one sample, one feature, and as many features as samples
SPECIAL = ((1, 3, 1), (3, 1, 1), (1, 1, 1), (3, 3, 1))


def call(learner: Learner, run: KataRun) -> Answer:
    """The kata's call."""
    p = run.problem
    rows = np.hstack([p.X, p.y]).tolist()
    return learner.fit_rows(rows, Param(p.weight), Param(p.bias), run.lr, run.epochs)


@pytest.mark.task("loss")
@given(run=kata_runs(sizes=SIZES))
def test_history_holds_the_loss_before_every_step(learner: Learner, run: KataRun) -> None:
    """Item i of the history is the mean squared error of n predictions and n targets before step i + 1, a float."""
    run.expect_losses(learner, call)


@pytest.mark.task("training")
@given(run=kata_runs(sizes=SIZES))
def test_the_parameters_follow_gradient_descent(learner: Learner, run: KataRun) -> None:
    """After every number of epochs weight and bias are where gradient descent on the mean squared error leads."""
    run.training(learner, call).expect_parameters(run.epochs)


@pytest.mark.task("training")
@settings(max_examples=4)
@given(run=kata_runs(sizes=SPECIAL))
def test_one_sample_or_one_feature(learner: Learner, run: KataRun) -> None:
    """With one sample or one feature, and with as many features as samples, the parameters are right, too."""
    run.training(learner, call).expect_parameters(run.epochs)


@pytest.mark.task("loss", "training")
@settings(max_examples=4)
@given(run=kata_runs(sizes=SIZES))
def test_leaves_the_rows_and_torch_as_they_were(learner: Learner, run: KataRun) -> None:
    """The rows are not changed, nothing is seeded, and the default dtype and the grad mode stay as they are."""
    answer = call(learner, run)
    expect(answer).kept_its_inputs(but=(1, 2))
    expect(answer).left_torch_as_it_was()
