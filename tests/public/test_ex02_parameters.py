"""Exercise 2, public: shapes, leaves, and numbers that look random."""

import numpy as np
import pytest

from grader.testing import Learner, expect, say


@pytest.mark.task("shapes")
def test_three_features_and_two_outputs(learner: Learner) -> None:
    """For 3 features and 2 outputs, weight has shape (3, 2) and bias has shape (2,), both float32."""
    weight, bias = learner.init_parameters(3, 2).parts("weight", "bias")
    for part, shape in ((weight, (3, 2)), (bias, (2,))):
        expect(part).has_shape(shape)
        expect(part).has_dtype("float32")


@pytest.mark.task("trainable")
def test_both_are_leaves_that_require_grad(learner: Learner) -> None:
    """weight and bias are leaf tensors that require grad."""
    for part in learner.init_parameters(3, 2).parts("weight", "bias"):
        expect(part).requires_grad()
        expect(part).is_leaf()


@pytest.mark.task("random")
def test_two_calls_draw_different_numbers(learner: Learner) -> None:
    """Each call draws new numbers, without seeding torch or changing its settings."""
    answer = learner.call("init_parameters", 3, 2, repeat=2)
    expect(answer).left_torch_as_it_was()
    names = ("weight", "bias")
    for first, second in zip(answer.nth(0).parts(*names), answer.nth(1).parts(*names), strict=True):
        different = not np.array_equal(first.numbers, second.numbers)
        expect(second).that(
            different, say("other numbers than in the first call"), say("Both calls gave the same numbers.")
        )


@pytest.mark.task("random")
def test_the_same_seed_draws_the_same_numbers(learner: Learner) -> None:
    """After the same torch.manual_seed, the same numbers are drawn."""
    first = learner.call("init_parameters", 3, 2, seed=7).parts("weight", "bias")
    second = learner.call("init_parameters", 3, 2, seed=7).parts("weight", "bias")
    for one, other in zip(first, second, strict=True):
        expect(other).equals(one.numbers, within=0.0)


@pytest.mark.task("random")
def test_many_numbers_have_mean_zero_and_spread_one(learner: Learner) -> None:
    """The numbers are standard normal: about as many below zero as above, two thirds between -1 and 1, no two alike."""
    for part, shape in zip(learner.init_parameters(60, 50).parts("weight", "bias"), ((60, 50), (50,)), strict=True):
        expect(part).has_shape(shape)
        numbers = part.numbers.ravel()
        # bounds beyond six standard errors, even of the bias's 50 numbers: false alarms below 1e-9
        error = 6.5 / np.sqrt(numbers.size)
        mean, spread = float(numbers.mean()), float(numbers.std())
        expect(part).that(
            abs(mean) < error, say("a mean near 0"), say("The mean of the numbers is {mean:.3f}.", mean=mean)
        )
        expect(part).that(
            abs(spread - 1) < error,
            say("a spread near 1"),
            say("The standard deviation is {spread:.3f}.", spread=spread),
        )
        alike = numbers.size - np.unique(numbers).size
        # float32 draws collide now and then; whole rows do not
        expect(part).that(
            alike < 5,
            say("independent numbers"),
            say("{alike} of {total} numbers are repetitions.", alike=alike, total=numbers.size),
        )
