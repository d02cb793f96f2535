"""Exercise 11, public: a layer of a given size, a layer from known parameters, and memory of its own."""

import numpy as np
import pytest

from grader.testing import Apply, Learner, array, expect

X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0]])
WEIGHT = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.25]])
BIAS = np.array([0.5, -0.5])
PREDICTION = [[5.5, 49.5], [-0.5, -10.75]]
PULL = array(np.array([[1.0, 2.0], [-1.0, 0.5]]))  # the gradient of some later loss for each prediction


@pytest.mark.task("build_model")
def test_a_model_for_three_features_and_two_outputs(learner: Learner) -> None:
    """build_model(3, 2) is an nn.Linear with a bias; it keeps its weight as (2, 3), one row for each output."""
    model = learner.build_model(3, 2).result
    expect(model).is_module("Linear")
    expect(model.parameter("weight")).has_shape((2, 3))
    expect(model.parameter("bias")).has_shape((2,))


@pytest.mark.task("build_model")
def test_the_built_model_predicts_in_float32_and_can_be_trained(learner: Learner) -> None:
    """Three features in, two outputs out, in float32, and gradients reach weight and bias."""
    answer = learner.call("build_model", 3, 2, then=Apply((array(X),), cotangent=PULL))
    prediction = answer.observed_value("prediction")
    expect(prediction).has_shape((2, 2))
    expect(prediction).has_dtype("float32")
    expect(answer.gradient("weight", "weight")).equals([[1.0, 1.0, 1.0], [2.0, 4.5, -0.5]])
    expect(answer.gradient("bias", "bias")).equals([0.0, 2.5])


@pytest.mark.task("build_model")
def test_a_model_for_four_features_and_one_output(learner: Learner) -> None:
    """build_model(4, 1) gives one output for each row: the prediction for two rows has shape (2, 1)."""
    answer = learner.call(
        "build_model", 4, 1, then=Apply((array(np.array([[1.0, 2.0, 0.0, -1.0], [0.5, 1.0, 3.0, 0.0]])),))
    )
    expect(answer.result.parameter("weight")).has_shape((1, 4))
    expect(answer.observed_value("prediction")).has_shape((2, 1))


@pytest.mark.task("build_model")
def test_building_leaves_torch_as_it_was(learner: Learner) -> None:
    """build_model seeds nothing, and torch's default dtype and grad mode stay as they were."""
    expect(learner.build_model(3, 2)).left_torch_as_it_was()


@pytest.mark.task("from_parameters")
def test_the_layer_predicts_with_the_given_parameters(learner: Learner) -> None:
    """The layer is an nn.Linear, and its prediction for X is X @ weight + bias."""
    answer = learner.call("from_parameters", WEIGHT, BIAS, then=Apply((array(X),)))
    expect(answer.result).is_module("Linear")
    expect(answer.observed_value("prediction")).equals(PREDICTION)


@pytest.mark.task("from_parameters")
def test_as_many_features_as_outputs(learner: Learner) -> None:
    """With two features and two outputs the weight must be transposed as well, though it would fit either way."""
    answer = learner.call("from_parameters", WEIGHT[:2], BIAS, then=Apply((array(X[:, :2]),)))
    expect(answer.observed_value("prediction")).equals([[5.5, 49.5], [2.5, 19.5]])


@pytest.mark.task("from_parameters")
def test_the_layer_can_be_trained(learner: Learner) -> None:
    """Gradients reach the weight and the bias of the layer made from given parameters."""
    answer = learner.call("from_parameters", WEIGHT, BIAS, then=Apply((array(X),), cotangent=PULL))
    expect(answer.observed_value("prediction")).equals(PREDICTION)
    expect(answer.gradient("weight", "weight")).equals([[1.0, 1.0, 1.0], [2.0, 4.5, -0.5]])
    expect(answer.gradient("bias", "bias")).equals([0.0, 2.5])


@pytest.mark.task("from_parameters")
def test_leaves_inputs_and_torch_as_they_were(learner: Learner) -> None:
    """from_parameters changes neither weight nor bias, seeds nothing, and leaves torch's settings as they were."""
    answer = learner.from_parameters(WEIGHT, BIAS)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("own_memory")
def test_later_changes_of_the_given_tensors_do_not_reach_the_layer(learner: Learner) -> None:
    """The layer's predictions do not change when other numbers are written into the tensors that it was made from."""
    answer = learner.call("from_parameters", WEIGHT, BIAS, then=Apply((array(X),), overwrite_arguments=True))
    expect(answer.observed_value("prediction")).equals(PREDICTION)


@pytest.mark.task("own_memory")
def test_later_changes_do_not_reach_a_layer_with_one_output(learner: Learner) -> None:
    """With one output, too, the layer's predictions do not change when numbers are written into weight and bias."""
    use = Apply((array(X),), overwrite_arguments=True)
    answer = learner.call("from_parameters", WEIGHT[:, :1], BIAS[:1], then=use)
    expect(answer.observed_value("prediction")).equals([[5.5], [-0.5]])
