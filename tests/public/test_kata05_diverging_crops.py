"""Kata 5, public: the crops, in two units of temperature."""

import numpy as np
import pytest

from grader.testing import Answer, Floats, Learner, Part, expect, say

NAMES = ("weight", "bias", "history")
WEATHER = np.array([[73.0, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]])
CROPS = np.array([[56.0, 70], [81, 101], [119, 133], [22, 37], [103, 119]])
# the best linear model, by least squares
WEIGHT = np.array([[-0.38757424, -0.28515813], [0.84775684, 0.79400664], [0.69817818, 0.92497532]])
BIAS = np.array([-1.637613, -2.21827939])
LOSS = 0.483121
MEANS = CROPS.mean(axis=0)


def fit(learner: Learner, X: Floats = WEATHER) -> Answer:
    """A thousand epochs on the crops."""
    return learner.fit_table(X, CROPS, 1000)


def losses(answer: Answer) -> Floats:
    """The history, which should be a thousand finite floats."""
    history = answer.parts(*NAMES)[2]
    found = expect(history).floats(1000)
    finite = bool(np.isfinite(found).all())
    expect(history).that(finite, "finite losses", say("There are losses that are not finite (nan or inf)."))
    return found


def history_of(answer: Answer) -> Part:
    """The history as it came back."""
    return answer.parts(*NAMES)[2]


def scaling(weight: Floats) -> list[float]:
    """The number that each row of the right weight is multiplied with; none if that is not what is wrong."""
    ratios = weight / WEIGHT
    factors = ratios.mean(axis=1)
    differ_by_rows = np.allclose(ratios, factors[:, None], rtol=0.01) and not np.allclose(factors, 1, rtol=0.1)
    return factors.tolist() if differ_by_rows else []


@pytest.mark.task("finite")
def test_the_loss_stays_finite(learner: Learner) -> None:
    """In 1000 epochs on the crops no loss is nan or inf, none is larger than the first, and the last is below 800."""
    answer = fit(learner)
    found = losses(answer)
    expect(history_of(answer)).that(
        bool(found.max() <= found[0]), say("no loss above the first"), say("The loss grows.")
    )
    message = say("The last loss is {last:.6g}.", last=found[-1])
    expect(history_of(answer)).that(bool(found[-1] < 800), say("a last loss below 800"), message)


@pytest.mark.task("converges")
def test_the_loss_reaches_the_best(learner: Learner) -> None:
    """After 1000 epochs on the crops the last loss is within 1 % of the best, which is 0.483121."""
    answer = fit(learner)
    last = losses(answer)[-1]
    message = say("The last loss is {last:.6g}.", last=last)
    if last < 0.99 * LOSS:
        message += " " + say("No linear model has one below 0.483121: this is no loss of y in its own units.")
    expect(history_of(answer)).that(
        bool(abs(last - LOSS) <= 0.01 * LOSS), say("a last loss of about 0.483121"), message
    )


@pytest.mark.task("original_units")
def test_the_parameters_are_for_the_data_as_given(learner: Learner) -> None:
    """Temperature times weight -0.388 for apples, -0.285 for oranges, and so on: the weights of the crops as given."""
    weight, bias, _history = fit(learner).parts(*NAMES)
    expect(weight).has_shape(WEIGHT.shape)
    factors = scaling(weight.numbers)
    message = say(
        "Each row is the right one times a number: {factors}. These weights are for scaled features.",
        factors=", ".join(f"{factor:.3g}" for factor in factors),
    )
    expect(weight).that(not len(factors), say("weights of about {weight}", weight=WEIGHT.round(3).tolist()), message)
    expect(weight).equals(WEIGHT, within=0.01)
    expect(bias).has_shape(BIAS.shape)
    message = say("That is the mean of each target, which is the bias for features whose means are 0.")
    is_mean = bool(np.allclose(bias.numbers, MEANS, atol=0.1))
    expect(bias).that(not is_mean, say("a bias of about {bias}", bias=BIAS.round(3).tolist()), message)
    expect(bias).equals(BIAS, within=1.0)


@pytest.mark.task("original_units")
def test_other_units_have_other_weights(learner: Learner) -> None:
    """With rainfall in eighths, its weights are an eighth; all the others stay."""
    weight, bias, _history = fit(learner, WEATHER * [1, 8, 1]).parts(*NAMES)
    expect(weight).equals(WEIGHT / [[1], [8], [1]], within=0.01)
    expect(bias).equals(BIAS, within=1.0)
