"""Kata 6, hidden: exact trajectories from any start."""

import pytest
from hypothesis import given, settings

from grader.testing import Answer, Learner, expect
from tests.hidden.kata_training import NAMES, KataRun, kata_runs


def call(learner: Learner, run: KataRun) -> Answer:
    """The kata's call."""
    p = run.problem
    return learner.train_layer(p.X, p.y, p.weight, p.bias, run.lr, run.epochs)


@pytest.mark.task("moves")
@given(run=kata_runs(epochs=(1,)))
def test_one_epoch_is_one_step(learner: Learner, run: KataRun) -> None:
    """After one epoch the parameters are one step of gradient descent from where they started."""
    run.training(learner, call).expect_parameters(1)


@pytest.mark.task("every_epoch")
@given(run=kata_runs(epochs=(2, 3, 7)))
def test_every_epoch_uses_its_own_gradients(learner: Learner, run: KataRun) -> None:
    """After several epochs the parameters are where as many steps lead, each with its own gradients."""
    run.training(learner, call).expect_parameters(run.epochs)


@pytest.mark.task("every_epoch")
@settings(max_examples=4)
@given(run=kata_runs(epochs=(2,)))
def test_a_second_call_starts_anew(learner: Learner, run: KataRun) -> None:
    """A second call with the same tensors ends where the first one did."""
    p = run.problem
    answer = learner.call("train_layer", p.X, p.y, p.weight, p.bias, run.lr, run.epochs, repeat=2)
    weight, bias, _history = answer.nth(1).parts(*NAMES)
    for part, right in zip((weight, bias), run.right.parameters, strict=True):
        expect(part).equals(right, within=1e-5 * run.largest)


@pytest.mark.task("history")
@given(run=kata_runs())
def test_history_holds_the_loss_before_every_step(learner: Learner, run: KataRun) -> None:
    """Item i of the history is the loss before step i + 1, a Python float."""
    run.expect_losses(learner, call)


@pytest.mark.task("moves", "every_epoch", "history")
@settings(max_examples=4)
@given(run=kata_runs())
def test_leaves_its_inputs_and_torch_as_they_were(learner: Learner, run: KataRun) -> None:
    """All four tensors come back unchanged, nothing is seeded, and torch's settings stay as they are."""
    answer = call(learner, run)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()
