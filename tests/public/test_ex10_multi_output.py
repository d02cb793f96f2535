"""Exercise 10, public: the start, a table whose epochs are worked out by hand, and its losses."""

import numpy as np
import pytest

from grader.testing import Answer, Curve, Floats, Learner, Part, Training, curve_of, expect, rounding, say

WEATHER = [[73, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]]
CROPS = [[56, 70], [81, 101], [119, 133], [22, 37], [103, 119]]

# a table of two features and three outputs. With lr = 0.375 an epoch mixes the old rows of weight and bias like this:
FEATURES = [[1, 0], [2, 1], [0, 2], [1, -1]]
TARGETS = [[1, 2.0, 0], [0, -1.0, 3], [2, 1.0, 1], [1, 0.0, -2]]
MIX = np.array([[0.625, -0.0625, -0.25], [-0.0625, 0.625, -0.125], [-0.25, -0.125, 0.75]])
PLUS = np.array([[0.125, 0.0, 0.25], [0.1875, 0.0625, 0.4375], [0.25, 0.125, 0.125]])
# of a table of the features 1 0 and 0 2, with lr = 0.25, an epoch mixes the two rows of errors like this:
ERRORS_MIX = np.array([[10, -1], [-1, 7]]) / 12


def start(learner: Learner, seed: int) -> Floats:
    """The three rows of numbers that a table of this size starts with: two of the weight and one of the bias."""
    other_numbers = [[0.0, 0.5, 1.0]] * 4
    answer = learner.call("fit", [[2.0, -1.0]] * 4, other_numbers, 0.25, 0, seed=seed)
    weight, bias, _ = answer.parts("weight", "bias", "history")
    expect(weight).has_shape((2, 3))
    expect(bias).has_shape((3,))
    return np.vstack([weight.numbers, bias.numbers])


def numbers(answer: Answer, shape: tuple[int, int] = (3, 2)) -> tuple[Part, Floats]:
    """The weight of an answer, and all numbers of weight and bias."""
    weight, bias, _ = answer.parts("weight", "bias", "history")
    expect(weight).has_shape(shape)
    expect(bias).has_shape(shape[1:])
    return weight, np.concatenate([weight.numbers.ravel(), bias.numbers.ravel()])


def with_table(learner: Learner, seed: int) -> Training:
    """The training with the table, from what is drawn after this seed."""
    drawn = start(learner, seed)

    def right(epochs: int) -> tuple[Floats, Floats]:
        rows = drawn
        for _ in range(epochs):
            rows = MIX @ rows + PLUS
        return rows[:2], rows[2]

    return Training(
        train=lambda epochs: learner.call("fit", FEATURES, TARGETS, 0.375, epochs, seed=seed),
        parameters=parameters,
        history=history,
        right=right,
        within=float(rounding(8, 48)),  # numbers up to 8 go into the gradients
        curve=lambda: losses_of_two_rows(learner),
    )


def parameters(answer: Answer) -> tuple[Part, ...]:
    """Weight and bias as they come back."""
    return answer.parts("weight", "bias", "history")[:2]


def history(answer: Answer) -> Part:
    """The history as it comes back."""
    return answer.parts("weight", "bias", "history")[2]


def losses_of_two_rows(learner: Learner) -> Curve | None:
    """The losses for features 1, -1 and targets 3, 1: with lr = 0.05 every epoch leaves 81 % of the loss."""
    table, epochs = ([[1], [-1]], [[3], [1]], 0.05), 20
    weight, bias, _ = learner.call("fit", *table, 0, seed=5).parts("weight", "bias", "history")
    first = (float(weight.numbers[0, 0]) - 1) ** 2 + (float(bias.numbers[0]) - 2) ** 2
    losses = [first * 0.81**epoch for epoch in range(epochs)]
    run = say("{epochs} epochs, features 1 and -1, targets 3 and 1, lr = 0.05", epochs=epochs)
    return curve_of(run, history(learner.call("fit", *table, epochs, seed=5)), losses)


@pytest.mark.task("start")
def test_the_data_decide_the_shapes(learner: Learner) -> None:
    """With epochs=0 a weight of shape (d, k) and a bias of shape (k,) come back as they were drawn, both float32."""
    for features, targets, shape in ((WEATHER, CROPS, (3, 2)), ([[1.5, 2.0]], [[1.0, 2.0, 3.0, 4.0]], (2, 4))):
        weight, bias, _ = learner.fit(features, targets, 0.00001, 0).parts("weight", "bias", "history")
        expect(weight).has_shape(shape)
        expect(weight).has_dtype("float32")
        expect(bias).has_shape(shape[1:])
        expect(bias).has_dtype("float32")


@pytest.mark.task("start")
def test_the_draw_is_standard_normal(learner: Learner) -> None:
    """The numbers drawn for 30 features and 40 outputs have a mean near 0 and a standard deviation near 1."""
    weight, bias, _ = learner.fit([[0] * 30] * 2, [[0] * 40] * 2, 0.1, 0).parts("weight", "bias", "history")
    # seven standard deviations of the mean (0.029), of the deviation (0.020) and of the share of large numbers (0.006)
    # leave right work one failure in 10^11
    mean, deviation = float(np.mean(weight.numbers)), float(np.std(weight.numbers))
    large = float(np.mean(np.abs(weight.numbers) > 2))
    expect(weight).that(
        abs(mean) < 0.2 and 0.85 < deviation < 1.15 and large > 0.003,
        expected=say("1200 standard-normal numbers: mean 0, standard deviation 1, and every twentieth beyond -2 or 2"),
        message=say(
            "Their mean is {mean:.3f}, their deviation {deviation:.3f}, and {large:.1%} lie beyond -2 or 2.",
            mean=mean,
            deviation=deviation,
            large=large,
        ),
    )
    # 40 numbers: the deviation has one of its own of 0.11
    spread = float(np.std(bias.numbers))
    expect(bias).that(
        spread > 0.25,
        expected=say("40 standard-normal numbers"),
        message=say("Their standard deviation is {spread:.3f}.", spread=spread),
    )


@pytest.mark.task("start")
def test_every_number_is_drawn_by_itself(learner: Learner) -> None:
    """Every weight and every bias is drawn separately; none is a copy of another."""
    answer = learner.fit([[0] * 30] * 2, [[0] * 40] * 2, 0.1, 0)
    _, drawn = numbers(answer, (30, 40))
    copies = drawn.size - np.unique(drawn).size
    # float32 draws coincide by chance, 0.05 pairs in 1240 on average, and eight or more once in 10^14
    expect(answer).that(
        copies < 8,
        expected=say("1240 draws"),
        message=say("Of the {total} numbers, {copies} are copies of others.", total=drawn.size, copies=copies),
    )


@pytest.mark.task("start")
def test_repeatable_after_a_seed_and_different_at_each_call(learner: Learner) -> None:
    """After the same seed the same numbers are drawn; a second call without a new seed draws different ones."""
    first = learner.call("fit", WEATHER, CROPS, 0.00001, 0, seed=1)
    twice = learner.call("fit", WEATHER, CROPS, 0.00001, 0, seed=1, repeat=2)
    expect(first).left_torch_as_it_was(but=("dtype", "grad_mode"))
    weight, again = numbers(twice.nth(0))
    expect(weight).that(
        np.array_equal(numbers(first)[1], again),
        expected=say("the same numbers as at another call after torch.manual_seed(1)"),
        message=say("After the same seed the numbers are others."),
    )
    weight, second = numbers(twice.nth(1))
    expect(weight).that(
        bool(np.any(again != second)),
        expected=say("other numbers than at the first call"),
        message=say("The second of two calls draws the same numbers as the first."),
    )


@pytest.mark.task("fit")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner) -> None:
    """With lr = 0.0 the drawn numbers come back as they were drawn."""
    drawn = start(learner, seed=6)
    weight, bias = parameters(learner.call("fit", FEATURES, TARGETS, 0.0, 2, seed=6))
    expect(weight).equals(drawn[:2])
    expect(bias).equals(drawn[2])


@pytest.mark.task("start", "fit", "history")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The training is written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("fit",))


@pytest.mark.task("fit")
def test_one_epoch_with_the_table(learner: Learner) -> None:
    """Starting from what was drawn, one epoch takes the step worked out by hand for this table."""
    with_table(learner, seed=2).expect_parameters(1)


@pytest.mark.task("fit")
def test_three_epochs_with_the_table(learner: Learner) -> None:
    """Three epochs take three such steps, each with gradients of its own."""
    with_table(learner, seed=3).expect_parameters(3)


@pytest.mark.task("fit")
def test_one_feature_and_one_output(learner: Learner) -> None:
    """Targets 3 and 1 for features 1 and -1: with lr = 0.5, one epoch leads from any start to weight 1 and bias 2."""
    weight, bias, _ = learner.fit([[1], [-1]], [[3], [1]], 0.5, 1).parts("weight", "bias", "history")
    expect(weight).equals([[1.0]], within=rounding(8, 16))
    expect(bias).equals([2.0], within=rounding(8, 16))


@pytest.mark.task("fit")
def test_leaves_the_lists_and_torch_as_they_were(learner: Learner) -> None:
    """The lists and the numbers in them are not changed, and the default dtype and the grad mode stay as they are."""
    answer = learner.fit(WEATHER, CROPS, 0.00001, 2)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was(but=("seed",))


@pytest.mark.task("history")
def test_the_losses_of_a_table_of_two_rows(learner: Learner) -> None:
    """Each loss is the mean of all six squared errors of a table of 2 rows and 3 outputs, before the epoch's update."""
    table = [[1, 0], [0, 2]], [[3, -1, 0], [1, 0, -2]]
    weight, bias, _ = learner.call("fit", *table, 0.25, 0, seed=4).parts("weight", "bias", "history")
    expect(weight).has_shape((2, 3))
    expect(bias).has_shape((3,))
    errors = np.vstack([weight.numbers[0], 2 * weight.numbers[1]]) + bias.numbers - table[1]
    right = []
    for _ in range(3):
        right.append(float(np.mean(errors**2)))
        errors = ERRORS_MIX @ errors
    training = Training(
        train=lambda epochs: learner.call("fit", *table, 0.25, epochs, seed=4),
        parameters=parameters,
        history=history,
        losses=lambda epochs: right[:epochs],
        curve=lambda: losses_of_two_rows(learner),
    )
    training.expect_losses(3, within=rounding(max(right), 32))


@pytest.mark.task("history")
def test_every_epoch_is_made_whether_the_loss_is_zero_or_rises(learner: Learner) -> None:
    """For features 1, -1 and targets 3, 1, lr = 0.5 gives losses of 0 from item 1 on, and lr = 1.5 ever larger ones."""
    weight, bias = parameters(learner.fit([[1], [-1]], [[3], [1]], 0.5, 0))
    expect(weight).has_shape((1, 1))
    expect(bias).has_shape((1,))
    first = (float(weight.numbers[0, 0]) - 1) ** 2 + (float(bias.numbers[0]) - 2) ** 2
    for lr, factors in ((0.5, (1, 0, 0, 0)), (1.5, (1, 4, 16, 64))):
        losses = history(learner.fit([[1], [-1]], [[3], [1]], lr, 4))
        right = [first * factor for factor in factors]
        expect(losses).is_floats(right, within=rounding(max(*right, 16.0), 64))


@pytest.mark.task("history")
def test_zero_epochs_have_no_losses(learner: Learner) -> None:
    """With epochs=0 the history is an empty list, even after a call with more epochs."""
    learner.fit(WEATHER, CROPS, 0.00001, 2)
    expect(history(learner.fit(WEATHER, CROPS, 0.00001, 0))).is_floats([], within=0.0)
