"""Exercise 8, hidden: exact trajectories from any start, what the loss must do, and every logging interval."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.testing import (
    Answer,
    Curve,
    Floats,
    Learner,
    LinearProblem,
    Param,
    Training,
    curve_of,
    expect,
    large_problems,
    linear_problems,
    rounding,
    say,
)
from grader.testing.strategies import SIZES
from tests.hidden import oracles
from tests.hidden.log_lines import expect_log

ONE_OF_SOMETHING = ((1, 3, 2), (3, 1, 2), (3, 2, 1), (1, 1, 1))
# float32 rounding of at most ten epochs; the largest error seen in right work is a tenth of this, and the smallest
# that a mistake causes is a hundred times as large
ROUNDING = 1e-5


@dataclass(frozen=True)
class Run:
    """A problem, and how long and how fast to train on it."""

    problem: LinearProblem
    lr: float
    epochs: int

    @cached_property
    def right(self) -> oracles.Trajectory:
        """Where exact arithmetic ends."""
        p = self.problem
        return oracles.descend(p.X, p.y, p.weight, p.bias, self.lr, self.epochs)

    def answer(self, learner: Learner, **keywords: int) -> Answer:
        """Train from the problem's parameters, which come without gradients."""
        return learner.train(*self.arguments, **keywords)

    @property
    def arguments(self) -> tuple[object, ...]:
        """What `train` is called with."""
        p = self.problem
        return p.X, p.y, Param(p.weight), Param(p.bias), self.lr, self.epochs

    def training(self, learner: Learner) -> Training:
        """The run with any number of epochs."""

        def run(epochs: int) -> Run:
            return self if epochs == self.epochs else replace(self, epochs=epochs)

        return Training(
            train=lambda epochs: run(epochs).answer(learner),
            parameters=lambda answer: answer.parts("weight", "bias", "history")[:2],
            history=lambda answer: answer.parts("weight", "bias", "history")[2],
            right=lambda epochs: run(epochs).right.parameters,
            losses=lambda epochs: run(epochs).right.history,
            within=ROUNDING * largest(self),
            curve=lambda: losses_on_hours(learner),
        )


@st.composite
def runs(
    draw: st.DrawFn,
    fractions: tuple[float, ...] = (1 / 8, 1 / 4, 1 / 2),
    epochs: tuple[int, ...] = (1, 2, 7),
    sizes: tuple[tuple[int, int, int], ...] = SIZES,
) -> Run:
    """Runs whose learning rate is one of these fractions of the largest stable one, to two digits for reading."""
    problem = draw(linear_problems(sizes=sizes))
    lr = draw(st.sampled_from(fractions)) * oracles.largest_stable_lr(problem.X, problem.k)
    return Run(problem, float(f"{lr:.2g}"), draw(st.sampled_from(epochs)))


def largest(run: Run) -> float:
    """The largest number that goes into the parameters: their own, and one step's."""
    p, right = run.problem, run.right
    steps = (run.lr * scale for scale in oracles.gradient_scales(p.X, p.y, p.weight, p.bias))
    return max(float(np.max(np.abs(a))) for a in (p.weight, p.bias, right.weight, right.bias, *steps))


def loss_rounding(run: Run) -> float:
    """How far float32 may take a loss: a part of the largest, and more where an error is a difference of large ones."""
    p, largest_loss = run.problem, max(run.right.history, default=0.0)
    error = float(np.max(rounding(oracles.prediction_scale(p.X, p.weight, p.bias) + np.abs(p.y), 16)))
    return float(ROUNDING * largest_loss + 2 * largest_loss**0.5 * error + error**2)


def losses_on_hours(learner: Learner) -> Curve | None:
    """The losses of a run that is easy to read, for a chart."""
    problem = LinearProblem(oracles.STUDY_HOURS, oracles.SCORES, np.array([[5.0]]), np.array([0.0]))
    run = Run(problem, 0.01, 20)
    _, _, history = run.answer(learner).parts("weight", "bias", "history")
    said = say("{epochs} epochs on the study hours from weight 5 and bias 0, lr = {lr}", epochs=run.epochs, lr=run.lr)
    return curve_of(said, history, run.right.history)


def expect_the_trajectory(run: Run, learner: Learner) -> None:
    """Compare the final parameters with exact arithmetic."""
    run.training(learner).expect_parameters(run.epochs)


@pytest.mark.task("train")
@given(run=runs())
def test_follows_the_exact_trajectory(learner: Learner, run: Run) -> None:
    """After 1, 2 or 7 epochs the parameters are exactly where gradient descent leads from the given start."""
    expect_the_trajectory(run, learner)


@pytest.mark.task("train")
@given(run=runs(sizes=ONE_OF_SOMETHING, epochs=(2,)))
def test_one_sample_one_feature_or_one_output(learner: Learner, run: Run) -> None:
    """With one sample, one feature or one output, the parameters still take the same steps."""
    expect_the_trajectory(run, learner)


@pytest.mark.task("train")
@given(run=runs(fractions=(5 / 4, 3 / 2), epochs=(3,)))
@settings(max_examples=6)
def test_a_learning_rate_that_is_too_large_is_used_all_the_same(learner: Learner, run: Run) -> None:
    """Even if lr is too large and the loss grows, every epoch takes a full step of lr times the gradient."""
    expect_the_trajectory(run, learner)


@pytest.mark.task("train")
def test_every_step_uses_all_of_many_rows(learner: Learner, rng: np.random.Generator) -> None:
    """With 150 rows an epoch is still one step, with all rows at once."""
    X, y, weight, bias = (rng.integers(-8, 9, shape) / 4 for shape in ((150, 2), (150, 1), (2, 1), (1,)))
    lr = float(f"{oracles.largest_stable_lr(X, 1) / 8:.2g}")
    expect_the_trajectory(Run(LinearProblem(X, y, weight, bias), lr, 3), learner)


def large_run(rng: np.random.Generator, epochs: int = 12) -> Run:
    """More epochs than usual on dozens of samples, with more features and outputs than in any example."""
    problem, _other = large_problems(rng)
    return Run(problem, float(f"{oracles.largest_stable_lr(problem.X, problem.k) / 8:.2g}"), epochs)


@pytest.mark.task("train")
def test_many_samples_features_outputs_and_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """With many samples, features, outputs and epochs every step is right, and each call returns tensors of its own."""
    run = large_run(rng)
    expect_the_trajectory(run, learner)
    first, second = (replace(run, lr=lr, epochs=2) for lr in (run.lr, run.lr / 2))
    expect(learner.call("train", *second.arguments, before=first.arguments)).left_the_result_before_alone()


@pytest.mark.task("train")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner, rng: np.random.Generator) -> None:
    """With lr = 0.0 every step has length zero, so the parameters end where they began."""
    expect_the_trajectory(replace(hours_run(rng, 3), lr=0.0), learner)


@pytest.mark.task("train")
def test_two_epochs_on_the_crops(learner: Learner, rng: np.random.Generator) -> None:
    """On the crops with lr = 0.00001, the weights and the small steps of the biases are right after two epochs."""
    weight, bias = rng.integers(-8, 9, (3, 2)) / 4, rng.integers(-8, 9, 2) / 4
    run = Run(LinearProblem(oracles.WEATHER, oracles.CROPS, weight, bias), 0.00001, 2)
    after_weight, after_bias, _ = run.answer(learner).parts("weight", "bias", "history")
    # per entry, for the biases' steps are a hundredth of the weights': each epoch rounds the parameter three times, and
    # its step as often as there are operations in a gradient of five samples
    scales = oracles.gradient_scales(oracles.WEATHER, oracles.CROPS, weight, bias)
    for part, right, scale in (
        (after_bias, run.right.bias, scales[1]),
        (after_weight, run.right.weight, scales[0]),
    ):
        expect(part).equals(right, within=2 * (rounding(np.abs(right), 3) + rounding(run.lr * scale, 16)))


@pytest.mark.task("history")
@given(run=runs(epochs=(10,), fractions=(1 / 8, 1 / 4, 7 / 16)))
@settings(max_examples=6)
def test_with_a_small_learning_rate_the_loss_never_rises(learner: Learner, run: Run) -> None:
    """Below 1 / (largest eigenvalue) no step lands on the other side of the valley, so the loss never rises."""
    _, _, history = run.answer(learner).parts("weight", "bias", "history")
    losses = expect(history).floats(run.epochs)
    allowed = losses[:-1] + ROUNDING * losses[0]  # near zero there is nothing left but rounding
    rises = np.flatnonzero(~(losses[1:] <= allowed))
    at = int(rises[0]) if rises.size else 0
    expect(history).that(
        not rises.size,
        expected=say("losses that never rise"),
        message=say(
            "In epoch {epoch} the loss rises from {before:.6g} to {after:.6g}.",
            epoch=at + 1,
            before=losses[at],
            after=losses[at + 1],
        ),
    )


@pytest.mark.task("train")
@given(run=runs(epochs=(5,), fractions=(1 / 8, 1 / 2, 7 / 8)))
@settings(max_examples=8)
def test_with_any_stable_learning_rate_the_loss_ends_lower(learner: Learner, run: Run) -> None:
    """Below 2 / (largest eigenvalue) the parameters that come back have a lower loss than the given ones."""
    p, right = run.problem, run.right
    before = oracles.mse(oracles.predict(p.X, p.weight, p.bias), p.y)
    # a start that is already the best place has nowhere to go
    assume(oracles.mse(oracles.predict(p.X, right.weight, right.bias), p.y) < 0.99 * before)
    weight, bias, _ = run.answer(learner).parts("weight", "bias", "history")
    expect(weight).has_shape(p.weight.shape)
    expect(bias).has_shape(p.bias.shape)
    after = oracles.mse(oracles.predict(p.X, weight.numbers, bias.numbers), p.y)
    expect(weight.answer).that(
        after < before,
        expected=say("parameters with a loss below {before:.6g}", before=before),
        message=say(
            "The given parameters have the loss {before:.6g}, and the returned ones {after:.6g}.",
            before=before,
            after=after,
        ),
    )


@pytest.mark.task("train")
def test_ends_near_the_truth_after_a_thousand_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """From a random start, 1000 epochs with lr = 0.01 on the study hours end near weight 20 and bias 0."""
    start = rng.standard_normal(2).astype(np.float32).astype(np.float64)
    problem = LinearProblem(oracles.STUDY_HOURS, oracles.SCORES, start[:1].reshape(1, 1), start[1:])
    run = Run(problem, 0.01, 1000)
    weight, bias, _ = run.answer(learner).parts("weight", "bias", "history")
    # the distance is normal, 0.292 +- 0.036 for the weight and 0.664 +- 0.082 for the bias: seven deviations of room
    # on either side reject right work once in 10^11 starts
    for part, truth, nearest, farthest in ((weight, 20.0, 0.04, 0.55), (bias, 0.0, 0.09, 1.24)):
        off = float(np.max(np.abs(part.numbers - truth), initial=0.0))
        expect(part).that(
            nearest < off < farthest,
            expected=say(
                "a {name} between {nearest} and {farthest} away from {truth:g}",
                name=part.name,
                nearest=nearest,
                farthest=farthest,
                truth=truth,
            ),
            message=say("The {name} is {off:.4f} away from {truth:g}.", name=part.name, off=off, truth=truth),
        )
    # a thousand float32 epochs end up to 1e-5 away from exact arithmetic
    expect(weight).equals(run.right.weight, within=1e-5 + 1e-4 * np.abs(run.right.weight))
    expect(bias).equals(run.right.bias, within=1e-5 + 1e-4 * np.abs(run.right.bias))


@pytest.mark.task("train")
@given(run=runs(epochs=(1, 3)))
@settings(max_examples=6)
def test_leaves_the_data_and_torch_as_they_were(learner: Learner, run: Run) -> None:
    """X and y are not changed, nothing is seeded, and the default dtype and the grad mode stay as they are."""
    answer = run.answer(learner)
    expect(answer).kept_its_inputs(but=(2, 3))
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("history")
@given(run=runs(sizes=SIZES + ONE_OF_SOMETHING))
def test_history_is_the_loss_before_each_update(learner: Learner, run: Run) -> None:
    """Item i of the history is the loss before update i + 1, for as many updates as there are epochs."""
    run.training(learner).expect_losses(run.epochs, within=loss_rounding(run))


@pytest.mark.task("history")
def test_the_losses_of_many_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """With many samples, features, outputs and epochs the history still has the loss before each update."""
    for run in (large_run(rng), hours_run(rng, 130)):
        run.training(learner).expect_losses(run.epochs, within=loss_rounding(run))


@pytest.mark.task("history")
@given(run=runs(epochs=(6,)))
@settings(max_examples=4)
def test_goes_on_when_there_is_nothing_left_to_learn(learner: Learner, run: Run) -> None:
    """If there is no error to begin with, every epoch is still run and counted, with a loss of 0."""
    p = run.problem
    perfect = LinearProblem(p.X, oracles.predict(p.X, p.weight, p.bias), p.weight, p.bias)
    solved = Run(perfect, run.lr, run.epochs)
    _, _, history = solved.answer(learner).parts("weight", "bias", "history")
    expect(history).is_floats([0.0] * run.epochs, within=loss_rounding(solved))


@pytest.mark.task("history")
def test_goes_on_when_the_loss_is_no_number_any_more(learner: Learner, rng: np.random.Generator) -> None:
    """If lr is far too large, the loss grows to inf and then becomes nan; each of the 60 epochs still has its item."""
    # at lr = 1 the loss grows a hundredfold an epoch: it is inf after 20, and the parameters are nan after 40
    _, _, history = replace(hours_run(rng, 60), lr=1.0).answer(learner).parts("weight", "bias", "history")
    expect(history).floats(60)


def expect_the_log(learner: Learner, run: Run, log_every: int) -> None:
    """Compare the log with the losses of exact arithmetic."""
    expect_log(run.answer(learner, log_every=log_every), run.right.history, log_every, loss_rounding(run))


def hours_run(rng: np.random.Generator, epochs: int) -> Run:
    """The study hours from a random start."""
    start: Floats = rng.integers(-8, 9, 2) / 4
    problem = LinearProblem(oracles.STUDY_HOURS, oracles.SCORES, start[:1].reshape(1, 1), start[1:])
    return Run(problem, 0.01, epochs)


@pytest.mark.task("log")
def test_logs_the_first_of_every_log_every_epochs_and_the_last(learner: Learner, rng: np.random.Generator) -> None:
    """Epochs 1, 1 + log_every, 1 + 2 * log_every, ... and the last are logged, each once and with its loss."""
    for epochs, log_every in ((5, 2), (4, 2), (6, 3), (7, 3), (8, 3), (9, 5)):
        expect_the_log(learner, hours_run(rng, epochs), log_every)


@pytest.mark.task("log")
def test_logs_every_epoch_once(learner: Learner, rng: np.random.Generator) -> None:
    """With log_every=1 every epoch is logged, and none of them twice."""
    for epochs in (1, 2, 5):
        expect_the_log(learner, hours_run(rng, epochs), 1)


@pytest.mark.task("log")
def test_a_log_every_beyond_the_last_epoch(learner: Learner, rng: np.random.Generator) -> None:
    """If log_every is epochs or more, the first and the last epoch are logged, once if they are the same."""
    for epochs, log_every in ((1, 3), (2, 2), (3, 4), (4, 1000)):
        expect_the_log(learner, hours_run(rng, epochs), log_every)


@pytest.mark.task("log")
def test_logs_every_hundredth_epoch_by_default(learner: Learner, rng: np.random.Generator) -> None:
    """Without log_every, epochs 1, 101, ... and the last are logged."""
    for epochs in (101, 130):
        run = hours_run(rng, epochs)
        expect_log(run.answer(learner), run.right.history, 100, loss_rounding(run))


@pytest.mark.task("log")
def test_logs_many_epochs(learner: Learner, rng: np.random.Generator) -> None:
    """With many samples, features, outputs and epochs the same epochs are logged, each with its loss."""
    expect_the_log(learner, large_run(rng), 5)


@pytest.mark.task("log")
@given(run=runs(epochs=(3,)))
@settings(max_examples=6)
def test_logs_the_loss_of_any_problem(learner: Learner, run: Run) -> None:
    """The logged loss is the one in the history, whatever the data."""
    expect_the_log(learner, run, 1)


def expect_nothing_done(learner: Learner, run: Run, log_every: int) -> None:
    """Require the parameters as given, no losses, and no log."""
    answer = run.answer(learner, log_every=log_every)
    weight, bias, history = answer.parts("weight", "bias", "history")
    expect(weight).equals(run.problem.weight)
    expect(bias).equals(run.problem.bias)
    expect(history).is_floats([], within=0.0)
    expect_log(answer, [], log_every, within=0.0)


@pytest.mark.task("zero_epochs")
@given(run=runs(epochs=(0,)), log_every=st.sampled_from((1, 3, 100)))
def test_zero_epochs_return_the_parameters_as_given(learner: Learner, run: Run, log_every: int) -> None:
    """With epochs=0 the parameters come back as given, with an empty history, and no line is logged."""
    expect_nothing_done(learner, run, log_every)


@pytest.mark.task("zero_epochs")
def test_zero_epochs_on_many_samples(learner: Learner, rng: np.random.Generator) -> None:
    """With epochs=0 nothing is done on dozens of samples either, with more features and outputs than in any example."""
    expect_nothing_done(learner, large_run(rng, 0), 100)
