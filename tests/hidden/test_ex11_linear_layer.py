"""Exercise 11, hidden: layers of any size, any parameters, their gradients, and memory that is not shared."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import Apply, Floats, Learner, LinearProblem, array, arrays, expect, linear_problems, rounding
from grader.testing.strategies import SIZES
from tests.hidden import oracles

ONE_OF_SOMETHING = ((1, 3, 2), (3, 1, 2), (3, 2, 1), (1, 1, 1))
SQUARE = ((2, 3, 3), (3, 2, 2))


@st.composite
def inputs_with_cotangents(
    draw: st.DrawFn, sizes: tuple[tuple[int, int, int], ...] = SIZES + ONE_OF_SOMETHING
) -> tuple[Floats, Floats]:
    """Features (n, d), and the gradient (n, k) of some later loss for each prediction."""
    n, d, k = draw(st.sampled_from(sizes))
    X, cotangent = draw(arrays((n, d), (n, k)))
    return X, cotangent


@pytest.mark.task("build_model")
@given(drawn=inputs_with_cotangents())
def test_any_number_of_features_and_outputs(learner: Learner, drawn: tuple[Floats, Floats]) -> None:
    """The model has a float32 weight (n_outputs, n_features) and a float32 bias (n_outputs,), and both require grad."""
    X, cotangent = drawn
    d, k = X.shape[1], cotangent.shape[1]
    model = learner.build_model(d, k).result
    expect(model).is_module("Linear")
    for part, shape in ((model.parameter("weight"), (k, d)), (model.parameter("bias"), (k,))):
        expect(part).has_shape(shape)
        expect(part).has_dtype("float32")
        expect(part).requires_grad()


@pytest.mark.task("build_model")
@given(drawn=inputs_with_cotangents())
def test_the_built_model_is_the_weighted_sum_and_nothing_more(learner: Learner, drawn: tuple[Floats, Floats]) -> None:
    """The model predicts the weighted sum with its own weight plus its own bias, and gradients flow back through it."""
    X, cotangent = drawn
    use = Apply((array(X),), cotangent=array(cotangent))
    d, k = X.shape[1], cotangent.shape[1]
    answer = learner.call("build_model", d, k, then=use)
    expect(answer.result.parameter("weight")).has_shape((k, d))
    expect(answer.result.parameter("bias")).has_shape((k,))
    weight, bias = answer.result.parameter("weight").numbers.T, answer.result.parameter("bias").numbers
    # float32 products and sums of d + 1 numbers, the weights not round: at most 2 d + 1 roundings
    scale = oracles.prediction_scale(X, weight, bias)
    expect(answer.observed_value("prediction")).equals(oracles.predict(X, weight, bias), within=rounding(scale, 16))
    expect(answer.gradient("weight", "weight")).equals(cotangent.T @ X)
    expect(answer.gradient("bias", "bias")).equals(cotangent.sum(axis=0))


@pytest.mark.task("build_model")
def test_building_leaves_torch_as_it_was(learner: Learner) -> None:
    """build_model seeds nothing, and leaves torch's default dtype and grad mode as they were."""
    expect(learner.build_model(4, 3)).left_torch_as_it_was()


@pytest.mark.task("from_parameters")
@given(problem=linear_problems(sizes=SIZES + SQUARE + ONE_OF_SOMETHING))
def test_predicts_with_any_parameters(learner: Learner, problem: LinearProblem) -> None:
    """For any weight and bias the layer's prediction is X @ weight + bias, square or not, with one output or many."""
    answer = learner.call("from_parameters", problem.weight, problem.bias, then=Apply((array(problem.X),)))
    expect(answer.result).is_module("Linear")
    # quarters multiply and add without rounding in float32, so half an ulp of the largest sum is generous
    scale = oracles.prediction_scale(problem.X, problem.weight, problem.bias)
    right = oracles.predict(problem.X, problem.weight, problem.bias)
    expect(answer.observed_value("prediction")).equals(right, within=rounding(scale, 4))


@pytest.mark.task("from_parameters")
@given(problem=linear_problems())
def test_gradients_reach_both_parameters(learner: Learner, problem: LinearProblem) -> None:
    """Weight and bias of the layer are trainable: a later loss sends them the gradients of a weighted sum."""
    pull = Apply((array(problem.X),), cotangent=array(problem.y))
    answer = learner.call("from_parameters", problem.weight, problem.bias, then=pull)
    expect(answer.observed_value("prediction")).equals(oracles.predict(problem.X, problem.weight, problem.bias))
    # d sum(C * (X W^T + b)) / dW = C^T X in nn.Linear's layout, and / db = the column sums of C
    scale = np.abs(problem.y).T @ np.abs(problem.X)
    expect(answer.gradient("weight", "weight")).equals(problem.y.T @ problem.X, within=rounding(scale, 4))
    expect(answer.gradient("bias", "bias")).equals(problem.y.sum(axis=0))


@pytest.mark.task("from_parameters")
@given(problem=linear_problems())
def test_leaves_inputs_and_torch_as_they_were(learner: Learner, problem: LinearProblem) -> None:
    """from_parameters changes neither weight nor bias, seeds nothing, and leaves torch's settings as they were."""
    answer = learner.from_parameters(problem.weight, problem.bias)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("own_memory")
@given(problem=linear_problems(sizes=SIZES + ONE_OF_SOMETHING))
def test_shares_no_memory_with_its_inputs(learner: Learner, problem: LinearProblem) -> None:
    """Numbers written into weight and bias afterwards do not reach the layer, not even with one feature or output."""
    # with one feature or one output a transposed weight is contiguous already, so .contiguous() copies nothing
    use = Apply((array(problem.X),), overwrite_arguments=True)
    answer = learner.call("from_parameters", problem.weight, problem.bias, then=use)
    scale = oracles.prediction_scale(problem.X, problem.weight, problem.bias)
    right = oracles.predict(problem.X, problem.weight, problem.bias)
    expect(answer.observed_value("prediction")).equals(right, within=rounding(scale, 4))
