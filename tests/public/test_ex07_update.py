"""Exercise 7, public: the page's example, and parameters that are ready for the next step."""

import numpy as np
import pytest

from grader.testing import Answer, Learner, Param, expect


def example(learner: Learner, lr: float = 0.25) -> Answer:
    """Three features and two outputs, with gradients of both signs."""
    weight = Param(np.array([[1.0, -2.0], [0.5, 3.0], [0.0, 1.5]]), np.array([[4.0, -8.0], [2.0, 0.5], [-1.0, 6.0]]))
    bias = Param(np.array([1.0, -0.5]), np.array([-2.0, 3.0]))
    return learner.update(weight, bias, lr)


@pytest.mark.task("step")
def test_the_first_step_of_the_study_hours(learner: Learner) -> None:
    """weight 15 with gradient -40 and bias 2.5 with gradient -15 become 15.4 and 2.65 at learning rate 0.01."""
    answer = learner.update(Param(np.array([[15.0]]), np.array([[-40.0]])), Param(np.array([2.5]), np.array([-15.0])), 0.01)
    weight, bias = answer.parts("weight", "bias")
    expect(weight).equals([[15.4]])
    expect(bias).equals([2.65])


@pytest.mark.task("step")
def test_every_parameter_moves_against_its_own_gradient(learner: Learner) -> None:
    """Every entry of weight and bias becomes itself minus lr times its own gradient."""
    answer = example(learner)
    weight, bias = answer.parts("weight", "bias")
    expect(weight).equals([[0.0, 0.0], [0.0, 2.875], [0.25, 0.0]])
    expect(bias).equals([1.5, -1.25])
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("step", "fresh_leaves")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The step is written without torch.nn and torch.optim."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("update",))


@pytest.mark.task("fresh_leaves")
def test_parameters_are_leaves_that_require_grad(learner: Learner) -> None:
    """What comes back are leaf tensors that require grad."""
    for part in example(learner).parts("weight", "bias"):
        expect(part).requires_grad()
        expect(part).is_leaf()


@pytest.mark.task("fresh_leaves")
def test_gradients_are_cleared(learner: Learner) -> None:
    """The .grad of what comes back is None or zero."""
    for part in example(learner).parts("weight", "bias"):
        expect(part).has_clean_grad()
