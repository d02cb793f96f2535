"""Exercise 7, public: worked steps, and the kind of tensors that are returned."""

import numpy as np
import pytest

from grader.testing import Learner, Param, expect, say

WEIGHT = np.array([[0.5, -1.0], [1.0, 0.25], [0.0, 2.0]])
GRAD_WEIGHT = np.array([[-1.0, 2.0], [0.5, -3.0], [4.0, -0.25]])
BIAS = np.array([0.5, -1.0])
GRAD_BIAS = np.array([3.0, -2.0])


@pytest.mark.task("step")
def test_one_weight_and_one_bias(learner: Learner) -> None:
    """A weight of 3 with gradient -8 and a bias of 1 with gradient -4 become 5 and 2 with learning rate 0.25."""
    given_weight, given_bias = Param(np.array([[3.0]]), np.array([[-8.0]])), Param(np.array([1.0]), np.array([-4.0]))
    weight, bias = learner.update(given_weight, given_bias, 0.25).parts("weight", "bias")
    expect(weight).equals([[5.0]])
    expect(bias).equals([2.0])


@pytest.mark.task("step")
def test_every_number_takes_its_own_step(learner: Learner) -> None:
    """Every weight and every bias moves against its own gradient, by lr times that gradient."""
    weight, bias = learner.update(Param(WEIGHT, GRAD_WEIGHT), Param(BIAS, GRAD_BIAS), 0.5).parts("weight", "bias")
    expect(weight).equals([[1.0, -2.0], [0.75, 1.75], [-2.0, 2.125]])
    expect(bias).equals([-1.0, 0.0])


@pytest.mark.task("step")
def test_the_learning_rate_is_the_given_one(learner: Learner) -> None:
    """With lr = 0.01, a hundredth of each gradient is subtracted."""
    weight, bias = learner.update(Param(WEIGHT, GRAD_WEIGHT), Param(BIAS, GRAD_BIAS), 0.01).parts("weight", "bias")
    expect(weight).equals([[0.51, -1.02], [0.995, 0.28], [-0.04, 2.0025]])
    expect(bias).equals([0.47, -0.98])


@pytest.mark.task("step")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner) -> None:
    """With lr = 0.0 weight and bias keep their numbers."""
    weight, bias = learner.update(Param(WEIGHT, GRAD_WEIGHT), Param(BIAS, GRAD_BIAS), 0.0).parts("weight", "bias")
    expect(weight).equals(WEIGHT)
    expect(bias).equals(BIAS)


@pytest.mark.task("step", "fresh_leaves")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The step is written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("update",))


@pytest.mark.task("step")
def test_leaves_torch_as_it_was(learner: Learner) -> None:
    """Nothing is seeded, and the default dtype and the grad mode stay as they are."""
    expect(learner.update(Param(WEIGHT, GRAD_WEIGHT), Param(BIAS, GRAD_BIAS), 0.5)).left_torch_as_it_was()


@pytest.mark.task("fresh_leaves")
def test_returns_moved_parameters_that_are_ready_for_the_next_epoch(learner: Learner) -> None:
    """The moved weight and bias are leaves that require grad, and their .grad is None or zero."""
    answer = learner.update(Param(WEIGHT, GRAD_WEIGHT), Param(BIAS, GRAD_BIAS), 0.5)
    for part, before in zip(answer.parts("weight", "bias"), (WEIGHT, BIAS), strict=True):
        expect(part).has_shape(before.shape)
        expect(part).has_dtype("float32")
        # which way and how far is for the other task to judge
        expect(part).that(
            bool(np.all(part.numbers != before)),
            expected=say("a {name} of which every number has moved", name=part.name),
            message=say("No gradient here is zero, but there are numbers in {name} that did not move.", name=part.name),
        )
        expect(part).requires_grad()
        expect(part).is_leaf()
        expect(part).has_clean_grad()
