"""Exercise 7, hidden: the step for any parameters, gradients and learning rate, and leaves for any shape."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.testing import Answer, Backward, Floats, Learner, Param, array, arrays, expect, rounding, say
from tests.hidden import oracles

_FACTORS = st.tuples(*[st.integers(1, 8).map(lambda quarter: quarter / 4)] * 2)  # of weight and bias in a loss
SHAPES = ((2, 3), (3, 2), (4, 2), (2, 4), (3, 4))
ONE_OF_SOMETHING = ((1, 1), (1, 3), (3, 1))
LARGE = (12, 9)  # more features and outputs than in any example
LEARNING_RATES = (1.0, 0.5, 0.3, 0.1, 0.01, 0.003)


@dataclass(frozen=True)
class Moment:
    """Parameters with their gradients, just before a step."""

    weight: Floats
    bias: Floats
    grad_weight: Floats
    grad_bias: Floats
    lr: float

    @property
    def arguments(self) -> tuple[Param, Param, float]:
        """What `update` is called with."""
        return Param(self.weight, self.grad_weight), Param(self.bias, self.grad_bias), self.lr


@st.composite
def moments(draw: st.DrawFn, shapes: tuple[tuple[int, int], ...] = SHAPES) -> Moment:
    """Parameters and gradients that are quarters, and a learning rate."""
    d, k = draw(st.sampled_from(shapes))
    weight, bias, grad_weight, grad_bias = draw(arrays((d, k), (k,), (d, k), (k,)))
    return Moment(weight, bias, grad_weight, grad_bias, draw(st.sampled_from(LEARNING_RATES)))


def large_moment(rng: np.random.Generator) -> Moment:
    """Parameters and gradients for many features and outputs."""
    weight, bias, grad_weight, grad_bias = (rng.integers(1, 17, shape) / 4 for shape in (LARGE, LARGE[1:]) * 2)
    return Moment(weight, bias, grad_weight, grad_bias, 0.3)


def update(learner: Learner, moment: Moment, before: Moment | None = None) -> Answer:
    """One call with leaves that hold their gradients, and perhaps another call before it."""
    earlier = None if before is None else before.arguments
    return learner.call("update", *moment.arguments, before=earlier)


def expect_the_step(answer: Answer, moment: Moment) -> None:
    """Compare with parameter - lr * gradient, number by number."""
    weight, bias = answer.parts("weight", "bias")
    for part, before, gradient in (
        (weight, moment.weight, moment.grad_weight),
        (bias, moment.bias, moment.grad_bias),
    ):
        # lr, the product and the difference are rounded once each; four allows a detour
        scale = np.abs(before) + moment.lr * np.abs(gradient)
        expect(part).equals(before - moment.lr * gradient, within=rounding(scale, 4))


@pytest.mark.task("step")
@given(moment=moments())
def test_every_parameter_moves_against_its_gradient(learner: Learner, moment: Moment) -> None:
    """Each number in weight and bias becomes itself minus lr times its gradient."""
    expect_the_step(update(learner, moment), moment)


@pytest.mark.task("step")
@given(moment=moments(shapes=ONE_OF_SOMETHING))
def test_one_feature_or_one_output(learner: Learner, moment: Moment) -> None:
    """With one feature or one output the step is the same, and the shapes stay (d, k) and (k,)."""
    expect_the_step(update(learner, moment), moment)


@pytest.mark.task("step")
def test_many_features_and_outputs(learner: Learner, rng: np.random.Generator) -> None:
    """With more features and outputs than in any example the step is the same, and each call returns its own result."""
    before, moment = large_moment(rng), large_moment(rng)
    answer = update(learner, moment, before)
    expect_the_step(answer, moment)
    expect(answer).left_the_result_before_alone()


@pytest.mark.task("step")
def test_large_gradients_and_a_tiny_learning_rate(learner: Learner, rng: np.random.Generator) -> None:
    """On the crops, where gradients are in the thousands and lr is 0.00001, the step is still lr times the gradient."""
    weight, bias = rng.integers(-8, 9, (3, 2)) / 4, rng.integers(-8, 9, 2) / 4
    grad_weight, grad_bias = oracles.gradients(oracles.WEATHER, oracles.CROPS, weight, bias)
    # whole numbers, so that they are the same in float32
    moment = Moment(weight, bias, np.rint(grad_weight), np.rint(grad_bias), 0.00001)
    expect_the_step(update(learner, moment), moment)


@pytest.mark.task("step")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner, rng: np.random.Generator) -> None:
    """With lr = 0.0 the step has length zero: weight and bias keep their numbers."""
    weight, bias, grad_weight, grad_bias = (rng.integers(1, 9, shape) / 4 for shape in ((3, 2), (2,), (3, 2), (2,)))
    moment = Moment(weight, bias, grad_weight, grad_bias, 0.0)
    expect_the_step(update(learner, moment), moment)


@pytest.mark.task("step")
@given(moment=moments())
def test_leaves_torch_as_it_was(learner: Learner, moment: Moment) -> None:
    """Nothing is seeded, and the default dtype and the grad mode stay as they are."""
    expect(update(learner, moment)).left_torch_as_it_was()


def expect_fresh_leaves(learner: Learner, moment: Moment) -> None:
    """Require leaves that moved and have a clean .grad."""
    weight, bias = update(learner, moment).parts("weight", "bias")
    for part, before, gradient in (
        (weight, moment.weight, moment.grad_weight),
        (bias, moment.bias, moment.grad_bias),
    ):
        expect(part).has_shape(before.shape)
        expect(part).has_dtype("float32")
        # which way and how far is for the other task to judge; without a move there is nothing to be ready for
        expect(part).that(
            bool(np.all((part.numbers != before) | (gradient == 0))),
            expected=say("a {name} that moved wherever its gradient is not zero", name=part.name),
            message=say(
                "There are numbers in {name} that did not move, though their gradient is not zero.", name=part.name
            ),
        )
        expect(part).requires_grad()
        expect(part).is_leaf()
        expect(part).has_clean_grad()


@pytest.mark.task("fresh_leaves")
@given(moment=moments(shapes=SHAPES + ONE_OF_SOMETHING))
def test_moved_parameters_are_fresh_leaves(learner: Learner, moment: Moment) -> None:
    """Wherever there is a gradient the parameters move, and the returned tensors are leaves with a clean .grad."""
    expect_fresh_leaves(learner, moment)


@pytest.mark.task("fresh_leaves")
def test_many_moved_parameters_are_fresh_leaves(learner: Learner, rng: np.random.Generator) -> None:
    """With more features and outputs than in any example the returned tensors are fresh leaves too."""
    expect_fresh_leaves(learner, large_moment(rng))


@pytest.mark.task("fresh_leaves")
@given(moment=moments(), factors=_FACTORS)
def test_a_gradient_arrives_in_the_moved_parameters(
    learner: Learner, moment: Moment, factors: tuple[float, float]
) -> None:
    """When a loss is made of the returned weight and bias, backward() stores its gradient in their .grad."""
    answer = learner.call("update", *moment.arguments, then=Backward(tuple(map(array, factors))))
    for at, (part, factor) in enumerate(zip(answer.parts("weight", "bias"), factors, strict=True)):
        expect(part).requires_grad()
        expect(part).is_leaf()
        expect(answer.stored_gradient(at, part.name)).equals(2 * factor * part.numbers, dtype=None)
