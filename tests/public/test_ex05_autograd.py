"""Exercise 5, public: worked gradients, a second call, and an old `.grad`."""

import numpy as np
import pytest

from grader.testing import Learner, Param, expect, say

HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
WEIGHT, BIAS = np.array([[2.0]]), np.array([1.0])
X = np.array([[1.0, 0.0, 2.0], [0.5, -1.0, 0.0], [-2.0, 1.0, 1.0], [0.0, 3.0, -1.0]])
Y = np.array([[3.0, -2.0], [-1.5, 4.0], [2.0, -3.0], [0.0, 1.0]])
GRADIENTS = ("grad_weight", "grad_bias")


@pytest.mark.task("gradients")
def test_gradients_of_the_study_hours(learner: Learner) -> None:
    """For the study hours, weight 2 and bias 1 the gradients are -164 and -70."""
    weight, bias = learner.autograd_gradients(HOURS, SCORES, Param(WEIGHT), Param(BIAS)).parts(*GRADIENTS)
    # the numbers that go in are up to 60, and small sums of them are exact: eight roundings are enough
    expect(weight).equals([[-164.0]])
    expect(bias).equals([-70.0])


@pytest.mark.task("gradients")
def test_several_features_and_outputs(learner: Learner) -> None:
    """With 4 samples, 3 features and 2 outputs the gradients have shapes (3, 2) and (2,)."""
    weight, bias = np.array([[1.0, -0.5], [0.5, 2.0], [-1.0, 0.25]]), np.array([0.5, -1.0])
    # errors -3.5 1, 2 -7.25, -4 5.25, 3 3.75; over 8 entries the factor is 2/8
    grad_weight, grad_bias = learner.autograd_gradients(X, Y, Param(weight), Param(bias)).parts(*GRADIENTS)
    expect(grad_weight).equals([[1.375, -3.28125], [0.75, 5.9375], [-3.5, 0.875]])
    expect(grad_bias).equals([-0.625, 0.6875])


@pytest.mark.task("gradients")
def test_leaves_inputs_and_torch_as_they_were(learner: Learner) -> None:
    """X, y, weight and bias come back unchanged, nothing is seeded, and torch's settings stay as they are."""
    answer = learner.autograd_gradients(HOURS, SCORES, Param(WEIGHT), Param(BIAS))
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("every_call")
def test_a_second_call_gives_the_same_gradients(learner: Learner) -> None:
    """A second call with the same tensors gives -164 and -70 again."""
    answer = learner.call("autograd_gradients", HOURS, SCORES, Param(WEIGHT), Param(BIAS), repeat=2)
    weight, bias = answer.nth(1).parts(say("second grad_weight"), say("second grad_bias"))
    expect(weight).equals([[-164.0]])
    expect(bias).equals([-70.0])


@pytest.mark.task("every_call")
def test_an_old_gradient_is_not_added(learner: Learner) -> None:
    """Old numbers in weight.grad and bias.grad, here 100 everywhere, do not change the result."""
    old_weight, old_bias = (
        Param(np.zeros((3, 2)), np.full((3, 2), 100.0)),
        Param(np.array([1.0, -1.0]), np.full(2, 100.0)),
    )
    grad_weight, grad_bias = learner.autograd_gradients(X, Y, old_weight, old_bias).parts(*GRADIENTS)
    # errors -2 1, 2.5 -5, -1 2, 1 -2; the factor is 2/8 again
    expect(grad_weight).equals([[0.3125, -1.375], [-0.125, 0.25], [-1.5, 1.5]])
    expect(grad_bias).equals([0.125, -1.0])


@pytest.mark.task("gradients", "every_call")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The function is written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("autograd_gradients",))
