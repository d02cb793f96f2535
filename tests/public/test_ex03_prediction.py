"""Exercise 3, public: the page's example, shapes, and where gradients flow."""

import numpy as np
import pytest
from hypothesis import given

from grader.testing import Learner, LinearProblem, Param, Pullback, array, expect, linear_problems


@pytest.mark.task("weighted_sum")
def test_predicts_the_scores_of_the_example(learner: Learner) -> None:
    """For 1, 2 and 3 hours, weight 15 and bias 2.5, the predictions are 17.5, 32.5 and 47.5."""
    answer = learner.predict(np.array([[1.0], [2.0], [3.0]]), np.array([[15.0]]), np.array([2.5]))
    expect(answer).equals([[17.5], [32.5], [47.5]])


@pytest.mark.task("weighted_sum")
def test_several_features_give_several_outputs(learner: Learner) -> None:
    """Two samples of three features and two outputs: each output is its own weighted sum plus its own bias."""
    X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0]])
    weight = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
    answer = learner.predict(X, weight, np.array([0.5, -0.5]))
    expect(answer).equals([[5.5, 49.5], [-0.5, -10.5]])
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("weighted_sum", "gradient_flow")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The prediction is written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("predict",))


@pytest.mark.task("gradient_flow")
@given(problem=linear_problems())
def test_gradients_reach_the_parameters(learner: Learner, problem: LinearProblem) -> None:
    """Gradients flow from the prediction back to weight and to bias."""
    ones = array(np.ones((problem.n, problem.k)))
    answer = learner.call("predict", problem.X, Param(problem.weight), Param(problem.bias), then=Pullback(ones))
    expect(answer.gradient("1", "weight")).has_shape(problem.weight.shape)
    expect(answer.gradient("2", "bias")).has_shape(problem.bias.shape)
