"""Exercise 6, public: worked gradients, from the formula and without autograd."""

import numpy as np
import pytest

from grader.testing import Learner, expect

HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
STUDY = HOURS, SCORES, np.array([[2.0]]), np.array([1.0])
# errors -3.5 1, 2 -7.25, -4 5.25, 3 3.75; over 8 entries the factor is 2/8
SEVERAL = (
    np.array([[1.0, 0.0, 2.0], [0.5, -1.0, 0.0], [-2.0, 1.0, 1.0], [0.0, 3.0, -1.0]]),
    np.array([[3.0, -2.0], [-1.5, 4.0], [2.0, -3.0], [0.0, 1.0]]),
    np.array([[1.0, -0.5], [0.5, 2.0], [-1.0, 0.25]]),
    np.array([0.5, -1.0]),
)
GRADIENTS = ("grad_weight", "grad_bias")


@pytest.mark.task("weight_gradient")
def test_weight_gradient_of_the_study_hours(learner: Learner) -> None:
    """For the study hours, weight 2 and bias 1 the weight's gradient is -164."""
    grad_weight, _ = learner.manual_gradients(*STUDY).parts(*GRADIENTS)
    expect(grad_weight).equals([[-164.0]])


@pytest.mark.task("weight_gradient")
def test_weight_gradient_of_several_features_and_outputs(learner: Learner) -> None:
    """With 4 samples, 3 features and 2 outputs the weight's gradient has shape (3, 2)."""
    grad_weight, _ = learner.manual_gradients(*SEVERAL).parts(*GRADIENTS)
    expect(grad_weight).equals([[1.375, -3.28125], [0.75, 5.9375], [-3.5, 0.875]])


@pytest.mark.task("weight_gradient")
def test_leaves_inputs_and_torch_as_they_were(learner: Learner) -> None:
    """X, y, weight and bias come back unchanged, nothing is seeded, and torch's settings stay as they are."""
    answer = learner.manual_gradients(*SEVERAL)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("bias_gradient")
def test_bias_gradient_of_the_study_hours(learner: Learner) -> None:
    """For the study hours, weight 2 and bias 1 the bias's gradient is -70."""
    _, grad_bias = learner.manual_gradients(*STUDY).parts(*GRADIENTS)
    expect(grad_bias).equals([-70.0])


@pytest.mark.task("bias_gradient")
def test_bias_gradient_of_several_outputs(learner: Learner) -> None:
    """With 2 outputs the bias's gradient has shape (2,): one number for each output."""
    _, grad_bias = learner.manual_gradients(*SEVERAL).parts(*GRADIENTS)
    expect(grad_bias).equals([-0.625, 0.6875])


@pytest.mark.task("weight_gradient", "bias_gradient")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The gradients are written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("manual_gradients",))


@pytest.mark.task("weight_gradient", "bias_gradient")
def test_uses_no_autograd(learner: Learner) -> None:
    """The gradients come from the formula, without autograd of any kind."""
    expect(learner).uses_no_autograd(functions=("manual_gradients",))
