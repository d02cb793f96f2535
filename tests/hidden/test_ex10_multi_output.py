"""Exercise 10, hidden: the statistics of the draw, and exact trajectories from whatever was drawn."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import (
    Answer,
    Curve,
    Floats,
    Learner,
    Part,
    Training,
    curve_of,
    expect,
    large_problems,
    linear_problems,
    rounding,
    say,
    seeds,
)
from grader.testing.strategies import SIZES
from tests.hidden import oracles

ONE_OF_SOMETHING = ((1, 3, 2), (3, 1, 2), (3, 2, 1), (1, 1, 1))
# float32 rounding of at most ten epochs; the largest error seen in right work is a tenth of this, and the smallest
# that a mistake causes is a hundred times as large
ROUNDING = 1e-5
# how many standard deviations a statistic of the draw may be off. Beyond seven lies 3e-12 of a normal distribution, and
# 2e-10 of the chi-squared one of the smaller sample: together less than 1e-9 for all statistics of this file
DEVIATIONS = 7.0
Kind = Literal["floats", "ints", "both"]


@dataclass(frozen=True)
class Table:
    """What `fit` is called with."""

    X: Floats
    y: Floats
    lr: float
    seed: int

    def fit(self, learner: Learner, epochs: int, kind: Kind = "floats") -> Answer:
        """Train on the table, given as lists of rows of this kind of numbers, after its seed."""
        return learner.call("fit", rows(self.X, kind), rows(self.y, kind), self.lr, epochs, seed=self.seed)

    def start(self, learner: Learner) -> tuple[Floats, Floats]:
        """The parameters drawn after the table's seed.

        They come from a table of the same size with other numbers, so that no step can hide in them.
        """
        other = Table(self.X + 1, self.y - 1, self.lr / 2, self.seed)
        weight, bias, _ = other.fit(learner, 0).parts("weight", "bias", "history")
        expect(weight).has_shape((self.X.shape[1], self.y.shape[1]))
        expect(bias).has_shape((self.y.shape[1],))
        return weight.numbers, bias.numbers


def rows(numbers: Floats, kind: Kind) -> list[object]:
    """A list of rows; of "both" kinds are rows that begin with an int and go on with floats, after one of ints."""
    if kind == "floats":
        return list(numbers.tolist())
    ints: list[list[int]] = numbers.astype(int).tolist()
    if kind == "ints":
        return list(ints)
    return [ints[0], *([row[0], *map(float, row[1:])] for row in ints[1:])]


@st.composite
def tables(
    draw: st.DrawFn,
    sizes: tuple[tuple[int, int, int], ...] = SIZES,
    fractions: tuple[float, ...] = (1 / 8, 1 / 4, 1 / 2),
) -> Table:
    """Tables with a learning rate of some fraction of the largest stable one, to two digits so as to be readable."""
    problem = draw(linear_problems(sizes=sizes))
    lr = draw(st.sampled_from(fractions)) * oracles.largest_stable_lr(problem.X, problem.k)
    return Table(problem.X, problem.y, float(f"{lr:.2g}"), draw(seeds))


def training(learner: Learner, table: Table, start: tuple[Floats, Floats], epochs: int, kind: Kind) -> Training:
    """Training on the table from the drawn parameters; tolerances are those of this many epochs."""

    @cache
    def right(epochs: int) -> oracles.Trajectory:
        return oracles.descend(table.X, table.y, *start, table.lr, epochs)

    steps = (table.lr * scale for scale in oracles.gradient_scales(table.X, table.y, *start))
    largest = max(float(np.max(np.abs(a))) for a in (*start, *right(epochs).parameters, *steps))
    return Training(
        train=lambda epochs: table.fit(learner, epochs, kind),
        parameters=lambda answer: answer.parts("weight", "bias", "history")[:2],
        history=lambda answer: answer.parts("weight", "bias", "history")[2],
        right=lambda epochs: right(epochs).parameters,
        losses=lambda epochs: right(epochs).history,
        within=ROUNDING * largest,
        curve=lambda: losses_on_crops(learner, table.seed),
    )


def losses_on_crops(learner: Learner, seed: int) -> Curve | None:
    """The losses of a training that is easy to read, for a chart."""
    table, epochs = Table(oracles.WEATHER, oracles.CROPS, 0.00001, seed), 20
    right = oracles.descend(table.X, table.y, *table.start(learner), table.lr, epochs)
    _, _, history = table.fit(learner, epochs, "ints").parts("weight", "bias", "history")
    return curve_of(
        say("{epochs} epochs on the crops from what is drawn, lr = 0.00001", epochs=epochs), history, right.history
    )


def expect_the_trajectory(learner: Learner, table: Table, epochs: int, kind: Kind = "floats") -> None:
    """Compare the final parameters with exact arithmetic from the drawn ones."""
    training(learner, table, table.start(learner), epochs, kind).expect_parameters(epochs)


def expect_the_losses(learner: Learner, table: Table, epochs: int, kind: Kind = "floats") -> None:
    """Compare the history with exact arithmetic from the drawn parameters."""
    start = table.start(learner)
    judged = training(learner, table, start, epochs, kind)
    largest = max(judged.losses(epochs))
    # a little of the largest loss, and more where the errors are differences of large numbers
    error = float(np.max(rounding(oracles.prediction_scale(table.X, *start) + np.abs(table.y), 16)))
    judged.expect_losses(epochs, within=float(ROUNDING * largest + 2 * largest**0.5 * error + error**2))


# ---- start ----


def expect_standard_normal(part: Part, sample: Floats) -> None:
    """Require mean 0, mean square 1 and 68.3 % within 1 of 0, as far as a sample of this size can tell."""
    size = sample.size
    for name, found, right, deviation in (
        (say("mean"), float(np.mean(sample)), 0.0, 1.0),
        (say("mean square"), float(np.mean(sample**2)), 1.0, 2.0**0.5),
        (say("share between -1 and 1"), float(np.mean(np.abs(sample) < 1)), 0.682689, 0.465432),
    ):
        expect(part).that(
            # written so that nan is never close
            abs(found - right) <= DEVIATIONS * deviation / size**0.5,
            expected=say("standard-normal numbers, whose {name} is {right:.3g}", name=name, right=right),
            message=say(
                "Over {size} numbers of {parameter} from several seeds the {name} is {found:.3f}.",
                size=size,
                parameter=part.name,
                name=name,
                found=found,
            ),
        )


@pytest.mark.task("start")
def test_the_draw_is_standard_normal(learner: Learner, rng: np.random.Generator) -> None:
    """Weight and bias are standard-normal draws: mean 0, standard deviation 1, and the shape of the bell."""
    drawn = []
    for seed in rng.integers(0, 2**31, 30).tolist():
        answer = learner.call("fit", [[0.5] * 10] * 30, [[1.0] * 100] * 30, 0.1, 0, seed=seed)
        weight, bias, _ = answer.parts("weight", "bias", "history")
        expect(weight).has_shape((10, 100))
        expect(bias).has_shape((100,))
        drawn.append((weight, bias))
    for pieces in zip(*drawn, strict=True):
        expect_standard_normal(pieces[0], np.concatenate([piece.numbers.ravel() for piece in pieces]))


@pytest.mark.task("start")
@given(seed=seeds)
@settings(max_examples=3)
def test_every_number_is_a_draw_of_its_own(learner: Learner, seed: int) -> None:
    """No number in weight or bias is a copy of another, within a call or from one call to the next."""
    answer = learner.call("fit", [[0.5] * 12] * 3, [[1.0] * 30] * 3, 0.1, 0, seed=seed, repeat=2)
    found = []
    for call in (answer.nth(0), answer.nth(1)):
        weight, bias, _ = call.parts("weight", "bias", "history")
        expect(weight).has_shape((12, 30))
        expect(bias).has_shape((30,))
        # one output's bias and its weights, row by row: a copy that is turned round is a copy too
        found.append(np.abs(np.vstack([weight.numbers, bias.numbers])))
    drawn = np.concatenate(found)
    copies = drawn.size - np.unique(drawn).size
    # float32 draws coincide by chance: 780 numbers have 0.04 such pairs on average, and 8 or more once in 10^15
    expect(bias).that(
        copies < 8,
        expected=say("390 new numbers at each call"),
        message=say(
            "Of the {total} numbers of two calls, {copies} are copies of others.", total=drawn.size, copies=copies
        ),
    )


@pytest.mark.task("start")
@given(table=tables(sizes=SIZES + ONE_OF_SOMETHING))
def test_the_draw_depends_on_the_seed_only(learner: Learner, table: Table) -> None:
    """After the same seed, tables of the same size start with the same numbers, float32, whatever is in the tables."""
    weight, bias = table.start(learner)
    answer = table.fit(learner, 0)
    after_weight, after_bias, _ = answer.parts("weight", "bias", "history")
    expect(after_weight).equals(weight, within=0.0)
    expect(after_bias).equals(bias, within=0.0)


@pytest.mark.task("start")
@given(seed=seeds, epochs=st.sampled_from((1, 2, 5)))
@settings(max_examples=6)
def test_the_draw_is_the_same_for_any_epochs(learner: Learner, seed: int, epochs: int) -> None:
    """After the same seed the same weight is drawn for any `epochs`: features that are all 0 leave it as it was."""
    features, targets = [[0.0] * 3] * 4, [[1.0, -2.0]] * 4
    weight, _, _ = learner.call("fit", features, targets, 0.1, 0, seed=seed).parts("weight", "bias", "history")
    answer = learner.call("fit", features, targets, 0.1, epochs, seed=seed)
    after, _, _ = answer.parts("weight", "bias", "history")
    expect(after).equals(weight.numbers)


@pytest.mark.task("start")
@given(table=tables(), epochs=st.sampled_from((0, 2)))
@settings(max_examples=6)
def test_draws_without_seeding(learner: Learner, table: Table, epochs: int) -> None:
    """The draw comes from torch's global generator as it stands, and nothing is seeded."""
    expect(table.fit(learner, epochs)).left_torch_as_it_was(but=("dtype", "grad_mode"))


# ---- fit ----


@pytest.mark.task("fit")
@given(table=tables(), epochs=st.sampled_from((1, 2, 7)))
def test_follows_the_exact_trajectory(learner: Learner, table: Table, epochs: int) -> None:
    """After 1, 2 or 7 epochs the parameters are exactly where gradient descent leads from the drawn ones."""
    expect_the_trajectory(learner, table, epochs)


@pytest.mark.task("fit")
@given(table=tables(sizes=ONE_OF_SOMETHING))
def test_one_sample_one_feature_or_one_output(learner: Learner, table: Table) -> None:
    """With one sample, one feature or one output, the parameters still take the same steps."""
    expect_the_trajectory(learner, table, 2)


@pytest.mark.task("fit")
def test_every_step_uses_all_of_many_rows(learner: Learner, rng: np.random.Generator) -> None:
    """With 150 rows an epoch is still one step, with all rows at once."""
    X, y = rng.integers(-8, 9, (150, 2)) / 4, rng.integers(-8, 9, (150, 2)) / 4
    lr = float(f"{oracles.largest_stable_lr(X, 2) / 8:.2g}")
    expect_the_trajectory(learner, Table(X, y, lr, int(rng.integers(2**31))), 3)


def large_table(rng: np.random.Generator) -> Table:
    """Dozens of rows, with more features and outputs than in any example."""
    problem, _other = large_problems(rng)
    lr = float(f"{oracles.largest_stable_lr(problem.X, problem.k) / 8:.2g}")
    return Table(problem.X, problem.y, lr, int(rng.integers(2**31)))


@pytest.mark.task("fit")
def test_many_rows_features_outputs_and_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """With many rows, features, outputs and epochs every step is right, and each call returns tensors of its own."""
    table = large_table(rng)
    expect_the_trajectory(learner, table, 12)
    tables = (rows(table.X, "floats"), rows(table.y, "floats")), (rows(table.X + 1, "floats"), rows(table.y, "floats"))
    first, second = ((*lists, table.lr, 2) for lists in tables)
    expect(learner.call("fit", *second, before=first)).left_the_result_before_alone()


@pytest.mark.task("fit")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner, rng: np.random.Generator) -> None:
    """With lr = 0.0 every step has length zero, so the drawn parameters come back."""
    expect_the_trajectory(learner, Table(oracles.WEATHER, oracles.CROPS, 0.0, int(rng.integers(2**31))), 3)


@pytest.mark.task("fit")
def test_whole_numbers_and_mixed_rows(learner: Learner, rng: np.random.Generator) -> None:
    """Rows of ints, and rows of both ints and floats, are trained on just like rows of floats."""
    X, y = rng.integers(-4, 5, (4, 3)).astype(float), rng.integers(-4, 5, (4, 2)).astype(float)
    lr = float(f"{oracles.largest_stable_lr(X, 2) / 4:.2g}")
    table = Table(X, y, lr, int(rng.integers(2**31)))
    expect_the_trajectory(learner, table, 2, "ints")
    expect_the_trajectory(learner, table, 2, "both")


@pytest.mark.task("fit")
def test_the_crops_after_one_and_seven_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """On the crops with lr = 0.00001, weights and the slow-moving biases are right after 1 and after 7 epochs."""
    table = Table(oracles.WEATHER, oracles.CROPS, 0.00001, int(rng.integers(2**31)))
    weight, bias = table.start(learner)
    scales = oracles.gradient_scales(table.X, table.y, weight, bias)
    for epochs in (1, 7):
        right = oracles.descend(table.X, table.y, weight, bias, table.lr, epochs)
        after_weight, after_bias, _ = table.fit(learner, epochs, "ints").parts("weight", "bias", "history")
        # per entry, for the biases' steps are a hundredth of the weights': each epoch rounds the parameter three times,
        # and its step as often as there are operations in a gradient of five samples
        for part, before, expected, scale in (
            (after_bias, bias, right.bias, scales[1]),
            (after_weight, weight, right.weight, scales[0]),
        ):
            size = np.abs(before) + np.abs(expected)
            expect(part).equals(expected, within=epochs * (rounding(size, 3) + rounding(table.lr * scale, 16)))


@pytest.mark.task("fit")
def test_the_crops_after_many_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """After 300 epochs on the crops the parameters are still where gradient descent leads from the drawn ones."""
    table = Table(oracles.WEATHER, oracles.CROPS, 0.00001, int(rng.integers(2**31)))
    start = table.start(learner)
    right = oracles.descend(table.X, table.y, *start, table.lr, 300)
    weight, bias, _ = table.fit(learner, 300, "ints").parts("weight", "bias", "history")
    # 300 float32 epochs end up to 1e-5 away from exact arithmetic
    expect(weight).equals(right.weight, within=1e-5 + 1e-4 * np.abs(right.weight))
    expect(bias).equals(right.bias, within=1e-5 + 1e-4 * np.abs(right.bias))


@pytest.mark.task("fit")
@given(table=tables(), epochs=st.sampled_from((0, 2)), kind=st.sampled_from(("floats", "ints", "both")))
@settings(max_examples=6)
def test_leaves_the_lists_and_torch_as_they_were(learner: Learner, table: Table, epochs: int, kind: Kind) -> None:
    """The lists stay as they were (an int stays an int), and so do the default dtype and the grad mode."""
    answer = table.fit(learner, epochs, kind)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was(but=("seed",))


# ---- history ----


@pytest.mark.task("history")
@given(table=tables(sizes=SIZES + ONE_OF_SOMETHING), epochs=st.sampled_from((1, 2, 7)))
def test_history_is_the_loss_before_each_update(learner: Learner, table: Table, epochs: int) -> None:
    """Item i of the history is the loss before update i + 1, for as many updates as there are epochs."""
    expect_the_losses(learner, table, epochs)


@pytest.mark.task("history")
def test_the_losses_on_the_crops(learner: Learner, rng: np.random.Generator) -> None:
    """On the crops, the first seven losses are those of exact gradient descent."""
    expect_the_losses(learner, Table(oracles.WEATHER, oracles.CROPS, 0.00001, int(rng.integers(2**31))), 7, "ints")


@pytest.mark.task("history")
def test_the_losses_of_many_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """With many rows, features, outputs and epochs the history still has the loss before each update."""
    expect_the_losses(learner, large_table(rng), 12)
    expect_the_losses(learner, Table(oracles.WEATHER, oracles.CROPS, 0.00001, int(rng.integers(2**31))), 130, "ints")


@pytest.mark.task("history")
@given(seed=seeds)
@settings(max_examples=3)
def test_goes_on_when_there_is_nothing_left_to_learn(learner: Learner, seed: int) -> None:
    """The history has an item for every epoch, even when the loss no longer changes."""
    # with features of 0 only the bias learns, and one epoch with lr = k / 2 brings it to the target
    features, targets = [[0.0] * 3] * 4, [[1.0, -2.0]] * 4
    _, bias, _ = learner.call("fit", features, targets, 1.0, 0, seed=seed).parts("weight", "bias", "history")
    expect(bias).has_shape((2,))
    first = float(np.mean((bias.numbers - targets[0]) ** 2))
    _, _, history = learner.call("fit", features, targets, 1.0, 6, seed=seed).parts("weight", "bias", "history")
    expect(history).is_floats([first, *[0.0] * 5], within=rounding(64.0))


@pytest.mark.task("history")
@given(table=tables(fractions=(5 / 4, 3 / 2)))
@settings(max_examples=6)
def test_goes_on_when_the_loss_rises(learner: Learner, table: Table) -> None:
    """Even if lr is too large and the loss grows, every epoch is run and has its loss in the history."""
    expect_the_losses(learner, table, 4)


@pytest.mark.task("history")
def test_goes_on_when_the_loss_is_no_number_any_more(learner: Learner, rng: np.random.Generator) -> None:
    """If lr is far too large, the loss grows to inf and then becomes nan; each of the 60 epochs still has its item."""
    # at lr = 0.001 the loss grows three hundredfold an epoch: it is inf after 15, and the parameters are nan after 31
    table = Table(oracles.WEATHER, oracles.CROPS, 0.001, int(rng.integers(2**31)))
    _, _, history = table.fit(learner, 60).parts("weight", "bias", "history")
    expect(history).floats(60)


@pytest.mark.task("history")
@given(table=tables())
@settings(max_examples=4)
def test_zero_epochs_have_no_losses(learner: Learner, table: Table) -> None:
    """With epochs=0 the history is an empty list."""
    _, _, history = table.fit(learner, 0).parts("weight", "bias", "history")
    expect(history).is_floats([], within=0.0)
