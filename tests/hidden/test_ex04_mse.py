"""Exercise 4, hidden: the mean over all entries for any table, and the exact gradient for every prediction."""

import numpy as np
import pytest
from hypothesis import given, settings

from grader.testing import Floats, Learner, Param, Pullback, array, expect, pairs, pairs_of_each, rounding
from tests.hidden import oracles

ONE_OF_SOMETHING = ((1, 3), (4, 1), (1, 1))


def right_gradient(pred: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The gradient for each prediction, and how far rounding may take a different way of computing it."""
    right = 2 * (pred - y) / y.size
    # the error is exact; factor, product and quotient are rounded. Code that adds variance and squared mean sums over
    # all entries along the way, and the rounding of that sum gets into every gradient
    return right, rounding(float(np.max(np.abs(right))), 8 + y.size)


@pytest.mark.task("mean")
@given(drawn=pairs())
def test_is_the_mean_of_all_squared_errors(learner: Learner, drawn: tuple[Floats, Floats]) -> None:
    """The loss is the mean of the squared errors over all n * k entries, a float32 tensor of shape ()."""
    # squares of quarters add up without rounding and cannot cancel: eight roundings leave room for a norm, squared
    expect(learner.mse_loss(*drawn)).equals(oracles.mse(*drawn))


@pytest.mark.task("mean")
@settings(max_examples=4)
@given(drawn=pairs_of_each(ONE_OF_SOMETHING))
def test_one_sample_or_one_output(learner: Learner, drawn: tuple[tuple[Floats, Floats], ...]) -> None:
    """With one sample, one output or both, the loss is still a tensor of shape ()."""
    for pred, y in drawn:
        expect(learner.mse_loss(pred, y)).equals(oracles.mse(pred, y))


@pytest.mark.task("mean")
def test_does_not_grow_with_the_number_of_samples(learner: Learner, rng: np.random.Generator) -> None:
    """On 60 samples and 3 outputs the loss is still the mean of the squared errors."""
    pred, y = rng.integers(-400, 401, (60, 3)) / 4, rng.integers(-400, 401, (60, 3)) / 4
    # the outputs are as many as in no example in the second table
    wide = rng.integers(-16, 17, (30, 9)) / 4
    expect(learner.call("mse_loss", wide, wide + 0.5, before=(pred, y))).equals(0.25)
    right = oracles.mse(pred, y)
    # 180 squares are added, one after the other at worst; no sum on the way is larger than the last
    expect(learner.mse_loss(pred, y)).equals(right, within=rounding(right, 184))


@pytest.mark.task("mean")
@settings(max_examples=4)
@given(drawn=pairs())
def test_leaves_tables_and_torch_as_they_were(learner: Learner, drawn: tuple[Floats, Floats]) -> None:
    """The tables pred and y come back unchanged, nothing is seeded, and torch's settings stay as they are."""
    pred, y = drawn
    for given_pred in (pred, Param(pred)):
        answer = learner.mse_loss(given_pred, y)
        expect(answer).kept_its_inputs()
        expect(answer).left_torch_as_it_was()


@pytest.mark.task("gradient_flow")
@given(drawn=pairs())
def test_every_prediction_gets_its_gradient(learner: Learner, drawn: tuple[Floats, Floats]) -> None:
    """The gradient of the loss with respect to each prediction is 2 * (pred - y) / (n * k)."""
    pred, y = drawn
    answer = learner.call("mse_loss", Param(pred), y, then=Pullback(array(1.0)))
    expect(answer).has_shape(())
    right, within = right_gradient(pred, y)
    expect(answer.gradient("0", "pred")).equals(right, within=within)


@pytest.mark.task("gradient_flow")
def test_every_prediction_of_many_gets_its_gradient(learner: Learner, rng: np.random.Generator) -> None:
    """On 30 samples and 9 outputs gradients flow to the predictions as they do on a few."""
    pred, y = rng.integers(-16, 17, (30, 9)) / 4, rng.integers(-16, 17, (30, 9)) / 4
    answer = learner.call("mse_loss", Param(pred), y, then=Pullback(array(1.0)))
    expect(answer).has_shape(())
    right, within = right_gradient(pred, y)
    expect(answer.gradient("0", "pred")).equals(right, within=within)


@pytest.mark.task("gradient_flow")
@settings(max_examples=4)
@given(drawn=pairs_of_each(ONE_OF_SOMETHING))
def test_gradients_flow_at_every_call(learner: Learner, drawn: tuple[tuple[Floats, Floats], ...]) -> None:
    """Gradients also flow with one sample or one output, and in a second call."""
    for pred, y in drawn:
        answer = learner.call("mse_loss", Param(pred), y, repeat=2, then=Pullback(array(1.0)))
        expect(answer).has_shape(())
        right, within = right_gradient(pred, y)
        expect(answer.gradient("0", "pred")).equals(right, within=within)
