"""Exercise 4, public: worked losses, and the gradient of the page's example."""

import numpy as np
import pytest

from grader.testing import Learner, Param, Pullback, array, expect

PRED = np.array([[50.0, 74.0], [84.0, 99.0]])
YIELDS = np.array([[56.0, 70.0], [81.0, 101.0]])


@pytest.mark.task("mean")
def test_study_hours_with_one_output(learner: Learner) -> None:
    """For predictions 3, 5, 7 and scores 20, 40, 60 the loss is 1441, a tensor of shape ()."""
    answer = learner.mse_loss(np.array([[3.0], [5.0], [7.0]]), np.array([[20.0], [40.0], [60.0]]))
    expect(answer).equals(1441.0)


@pytest.mark.task("mean")
def test_the_example_with_two_outputs(learner: Learner) -> None:
    """For the errors of the example, -6, 4, 3 and -2, the loss is 16.25, float32."""
    expect(learner.mse_loss(PRED, YIELDS)).equals(16.25)


@pytest.mark.task("mean")
def test_averages_over_samples_and_outputs(learner: Learner) -> None:
    """For 3 samples with 4 outputs, the mean is taken over all 12 squared errors."""
    pred = np.array([[1.5, -2.0, 0.0, 3.0], [4.0, 0.5, -1.0, -3.5], [-0.5, 2.0, 6.0, 1.0]])
    y = np.array([[1.0, 1.0, -2.0, 2.0], [1.0, -0.5, 3.0, -2.0], [-4.0, 1.5, 2.0, -1.0]])
    # errors 0.5 -3 2 1, 3 1 -4 -1.5, 3.5 0.5 4 2; their squares sum to 75
    expect(learner.mse_loss(pred, y)).equals(6.25)


@pytest.mark.task("mean")
def test_leaves_inputs_and_torch_as_they_were(learner: Learner) -> None:
    """The tables pred and y come back unchanged, nothing is seeded, and torch's settings stay as they are."""
    answer = learner.mse_loss(PRED, YIELDS)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("gradient_flow")
def test_gradients_of_the_example(learner: Learner) -> None:
    """The gradient of the example's loss with respect to the predictions is -3, 2, 1.5 and -1."""
    answer = learner.call("mse_loss", Param(PRED), YIELDS, then=Pullback(array(1.0)))
    expect(answer).has_shape(())
    expect(answer.gradient("0", "pred")).equals([[-3.0, 2.0], [1.5, -1.0]])


@pytest.mark.task("mean", "gradient_flow")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The loss is written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("mse_loss",))
