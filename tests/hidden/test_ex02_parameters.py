"""Exercise 2, hidden: the distribution, independence and repeatability of the draws."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import Backward, Learner, array, expect, say, seeds

_FACTORS = st.tuples(*[st.integers(1, 8).map(lambda quarter: quarter / 4)] * 2)  # of weight and bias in a loss
_SIZES = st.sampled_from([(3, 2), (2, 4), (4, 3), (1, 3), (3, 1), (1, 1)])
_LARGE = (12, 9)  # more features and outputs than in any example
# sqrt(n) times the Kolmogorov distance exceeds 3.4 with probability 2 exp(-2 * 3.4^2) < 2e-10
_KOLMOGOROV = 3.4
# how many standard deviations a statistic of the draws may be off: right work strays further with probability 3e-12
# (normal distribution), or 2e-11 for the binomial share of the smaller sample, that of 6000 biases
_DEVIATIONS = 7.0


def kolmogorov_distance(numbers: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """The largest gap between the sample's distribution and the standard normal one."""
    ordered = np.sort(numbers)
    normal = np.array([0.5 * (1 + math.erf(x / math.sqrt(2))) for x in ordered])
    steps = np.arange(len(ordered) + 1) / len(ordered)
    return float(max(np.max(normal - steps[:-1]), np.max(steps[1:] - normal)))


@pytest.mark.task("shapes")
@given(size=_SIZES)
def test_shapes_for_any_sizes(learner: Learner, size: tuple[int, int]) -> None:
    """weight has shape (d, k) and bias has shape (k,), both float32, in a tuple."""
    for d, k in (size, _LARGE):
        weight, bias = learner.init_parameters(d, k).parts("weight", "bias")
        for part, shape in ((weight, (d, k)), (bias, (k,))):
            expect(part).has_shape(shape)
            expect(part).has_dtype("float32")


@pytest.mark.task("trainable")
@given(size=_SIZES)
def test_leaves_for_any_sizes(learner: Learner, size: tuple[int, int]) -> None:
    """weight and bias are leaves that require grad, whatever their sizes."""
    for sizes in (size, _LARGE):
        for part in learner.init_parameters(*sizes).parts("weight", "bias"):
            expect(part).requires_grad()
            expect(part).is_leaf()


@pytest.mark.task("trainable")
@given(size=_SIZES, factors=_FACTORS)
def test_a_gradient_arrives_in_both(learner: Learner, size: tuple[int, int], factors: tuple[float, float]) -> None:
    """When a loss is made of weight and bias, backward() stores its gradient in the .grad of both."""
    answer = learner.call("init_parameters", *size, then=Backward(tuple(map(array, factors))))
    for at, (part, factor) in enumerate(zip(answer.parts("weight", "bias"), factors, strict=True)):
        expect(part).requires_grad()
        expect(part).is_leaf()
        finite = bool(np.isfinite(part.numbers).all())
        expect(part).that(finite, say("finite numbers"), say("There are numbers that are not finite (nan or inf)."))
        expect(answer.stored_gradient(at, part.name)).equals(2 * factor * part.numbers, dtype=None)


@pytest.mark.task("random")
@settings(max_examples=3)
@given(seed=seeds)
def test_the_draws_are_standard_normal(learner: Learner, seed: int) -> None:
    """The numbers are independent draws from the standard normal distribution."""
    weight, bias = learner.call("init_parameters", 40, 30, seed=seed).parts("weight", "bias")
    expect(weight).has_shape((40, 30))
    expect(bias).has_shape((30,))
    together = np.concatenate([weight.numbers.ravel(), bias.numbers.ravel()])
    for part, numbers in ((weight, weight.numbers.ravel()), (bias, bias.numbers.ravel()), (bias, together)):
        distance = kolmogorov_distance(numbers) * math.sqrt(len(numbers))
        said = say("The numbers do not look like draws from the standard normal distribution.")
        expect(part).that(distance < _KOLMOGOROV, say("standard normal numbers"), said)
    # a number and its negative depend on each other too. 1230 float32 draws have 0.1 such pairs by chance on average,
    # and 8 or more once in 10^12
    alike = together.size - np.unique(np.abs(together)).size
    said = say("Apart from their signs, {alike} of {total} numbers are repetitions.", alike=alike, total=together.size)
    expect(weight).that(alike < 8, say("independent numbers"), said)


@pytest.mark.task("random")
def test_the_draws_spread_as_the_bell_does(learner: Learner, rng: np.random.Generator) -> None:
    """Over many draws the mean is 0, the standard deviation 1, and about 4.55 % of the numbers lie beyond 2 or -2."""
    drawn = []
    for seed in rng.integers(0, 2**31, 24).tolist():
        weight, bias = learner.call("init_parameters", 8, 250, seed=seed).parts("weight", "bias")
        expect(weight).has_shape((8, 250))
        expect(bias).has_shape((250,))
        drawn.append((weight, bias))
    for pieces in zip(*drawn, strict=True):
        sample = np.concatenate([piece.numbers.ravel() for piece in pieces])
        for name, found, right, deviation in (
            # how far each of them strays for a single number; for n numbers it is that divided by the root of n
            (say("mean"), float(np.mean(sample)), 0.0, 1.0),
            (say("standard deviation"), float(np.std(sample)), 1.0, 0.5**0.5),
            (say("share beyond 2 or -2"), float(np.mean(np.abs(sample) > 2)), 0.0455, (0.0455 * 0.9545) ** 0.5),
        ):
            expect(pieces[0]).that(
                # written so that nan is never close
                abs(found - right) <= _DEVIATIONS * deviation / sample.size**0.5,
                say("standard normal numbers, whose {name} is {right:.3g}", name=name, right=right),
                say(
                    "Over {size} numbers of {parameter} from several seeds the {name} is {found:.3g}.",
                    size=sample.size,
                    parameter=pieces[0].name,
                    name=name,
                    found=found,
                ),
            )


@pytest.mark.task("random")
def test_the_draws_are_in_no_order(learner: Learner) -> None:
    """The numbers are returned as drawn: not sorted, and not shifted to a mean of exactly zero."""
    weight, _ = learner.init_parameters(40, 30).parts("weight", "bias")
    expect(weight).has_shape((40, 30))
    for axis in (0, 1):
        steps = np.diff(weight.numbers, axis=axis) > 0
        # a step up is as likely as one down; neighbours even out, so this bound lies beyond ten standard errors
        upward = float(steps.mean())
        said = say("From entry to entry the numbers go up in {upward:.0%} of all steps.", upward=upward)
        expect(weight).that(abs(upward - 0.5) < 0.15, say("about as many steps up as down"), said)
    small = [learner.call("init_parameters", 3, 2, seed=seed).parts("weight", "bias")[0] for seed in (1, 2, 3)]
    # one mean this near to zero by chance: once in a hundred thousand draws; three of three: never
    centred = all(abs(part.numbers.mean()) < 1e-5 for part in small)
    expect(small[-1]).that(not centred, say("independent numbers"), say("The mean of every draw is exactly zero."))


@pytest.mark.task("random")
@given(seed=seeds)
def test_draws_repeat_with_the_seed_and_differ_without(learner: Learner, seed: int) -> None:
    """The seed that was set before the call decides the draws: the same seed repeats them, a different one does not."""
    (first, _), (again, _), (other, _) = (
        learner.call("init_parameters", 4, 3, seed=used).parts("weight", "bias") for used in (seed, seed, seed + 1)
    )
    expect(again).equals(first.numbers, within=0.0)
    different = not np.array_equal(first.numbers, other.numbers)
    expect(other).that(
        different, say("other numbers after another seed"), say("Two different seeds gave the same numbers.")
    )


@pytest.mark.task("random")
@given(seed=seeds)
def test_torch_stays_as_it_was(learner: Learner, seed: int) -> None:
    """The function draws from the global generator but never seeds it, and leaves torch's settings alone."""
    answer = learner.call("init_parameters", 3, 2, seed=seed, repeat=2)
    expect(answer).left_torch_as_it_was()
    first, second = (answer.nth(call).parts("weight", "bias") for call in (0, 1))
    for one, other in zip(first, second, strict=True):
        different = not np.array_equal(one.numbers, other.numbers)
        expect(other).that(
            different, say("new numbers at each call"), say("The second call gave the same numbers again.")
        )
    expect(learner.call("init_parameters", *_LARGE, before=_LARGE)).left_the_result_before_alone()
