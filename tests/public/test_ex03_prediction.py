"""Exercise 3, public: the page's example, shapes, and where gradients flow."""

import numpy as np
import pytest

from grader.testing import Learner, Param, Pullback, array, expect


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
def test_gradients_reach_the_parameters(learner: Learner) -> None:
    """Gradients flow back: the sum of both predictions grows by 4 and 6 for each unit of weight, and by 2 for bias."""
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    parameters = Param(np.array([[0.5], [1.0]])), Param(np.array([2.0]))
    answer = learner.call("predict", X, *parameters, then=Pullback(array(np.ones((2, 1)))))
    expect(answer.gradient("1", "weight")).equals([[4.0], [6.0]])
    expect(answer.gradient("2", "bias")).equals([2.0])
