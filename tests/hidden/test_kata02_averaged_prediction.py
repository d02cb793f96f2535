"""Kata 2, hidden: exact trajectories from any start."""

import pytest
from hypothesis import given, settings

from grader.testing import Answer, Learner, Param, expect
from tests.hidden.kata_training import KataRun, kata_runs

ONE_OF_SOMETHING = ((1, 3, 2), (3, 1, 2), (3, 2, 1), (1, 1, 1))


def call(learner: Learner, run: KataRun) -> Answer:
    """The kata's call."""
    p = run.problem
    return learner.train_line(p.X, p.y, Param(p.weight), Param(p.bias), run.lr, run.epochs)


@pytest.mark.task("loss")
@given(run=kata_runs())
def test_history_holds_the_loss_before_every_step(learner: Learner, run: KataRun) -> None:
    """Item i of the history is the mean squared error of X @ weight + bias before step i + 1, a Python float."""
    run.expect_losses(learner, call)


@pytest.mark.task("training")
@given(run=kata_runs())
def test_the_parameters_follow_gradient_descent(learner: Learner, run: KataRun) -> None:
    """After every number of epochs weight and bias are where gradient descent on the mean squared error leads."""
    run.training(learner, call).expect_parameters(run.epochs)


@pytest.mark.task("training")
@settings(max_examples=4)
@given(run=kata_runs(sizes=ONE_OF_SOMETHING))
def test_one_sample_one_feature_or_one_output(learner: Learner, run: KataRun) -> None:
    """The parameters are right with one sample, one feature or one output, too."""
    run.training(learner, call).expect_parameters(run.epochs)


@pytest.mark.task("loss", "training")
@settings(max_examples=4)
@given(run=kata_runs())
def test_leaves_the_data_and_torch_as_they_were(learner: Learner, run: KataRun) -> None:
    """X and y are not changed, nothing is seeded, and the default dtype and the grad mode stay as they are."""
    answer = call(learner, run)
    expect(answer).kept_its_inputs(but=(2, 3))
    expect(answer).left_torch_as_it_was()
