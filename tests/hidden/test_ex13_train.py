"""Exercise 13, hidden: exact trajectories, other models, losses and optimizers, history, left-over gradients."""

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.testing import (
    Answer,
    Curve,
    Floats,
    Learner,
    LinearProblem,
    Part,
    Training,
    array,
    curve_of,
    expect,
    linear_problems,
    rounding,
    say,
)
from tests.blueprints import SGD, Adam, AsymmetricLoss, GroupedSGD, L1Loss, Linear, MSELoss, TwoLayer
from tests.hidden import oracles, training_oracles
from tests.hidden.training_oracles import Loss, Model, Optimizer, Run

ONE_OF_SOMETHING = ((1, 3, 2), (3, 1, 2), (4, 2, 1), (1, 1, 1))
NEAR = 1e-2  # nearer to 0 than this, rounding could turn the sign of an error (L1) or of a gradient (Adam)


# ---- the linear model, nn.MSELoss and SGD: gradient descent in closed form ----


@st.composite
def descents(draw: st.DrawFn) -> tuple[LinearProblem, float, int]:
    """A problem, a fraction of its largest stable learning rate, and a few epochs."""
    fraction, epochs = draw(st.sampled_from((1 / 8, 1 / 4, 1 / 2))), draw(st.sampled_from((1, 2, 7)))
    return draw(linear_problems()), fraction, epochs


def linear(problem: LinearProblem) -> Linear:
    """The problem's parameters as a layer."""
    return Linear(array(problem.weight), array(problem.bias))


def parameters(answer: Answer, names: Sequence[str] = ("weight", "bias")) -> list[Part]:
    """The parameters of the model that was passed in."""
    model = answer.argument(3, "model")
    return [model.parameter(name) for name in names]


def descent(learner: Learner, problem: LinearProblem, fraction: float, epochs: int) -> Training:
    """Training at this fraction of the largest stable lr; tolerances are those of this many epochs."""
    lr = fraction * oracles.largest_stable_lr(problem.X, problem.k)

    @cache
    def right(epochs: int) -> oracles.Trajectory:
        return oracles.descend(problem.X, problem.y, problem.weight, problem.bias, lr, epochs)

    largest = max(float(np.max(np.abs(part))) for part in (problem.weight, problem.bias, *right(epochs).parameters))
    return Training(
        train=lambda epochs: learner.train(problem.X, problem.y, epochs, linear(problem), MSELoss(), SGD(lr)),
        parameters=parameters,
        history=lambda answer: answer.result,
        right=lambda epochs: (right(epochs).weight.T, right(epochs).bias),
        losses=lambda epochs: right(epochs).history,
        # ten epochs in float32 stay below 2e-6 of the largest number that goes into a parameter
        within=1e-5 * largest,
        curve=lambda: losses_on_hours(learner),
    )


def losses_on_hours(learner: Learner) -> Curve | None:
    """The losses of a training that is easy to read, for a chart."""
    hours, scores, weight, bias = oracles.STUDY_HOURS, oracles.SCORES, np.array([[5.0]]), np.array([0.0])
    lr, epochs = 0.01, 20
    answer = learner.train(hours, scores, epochs, Linear(array(weight), array(bias)), MSELoss(), SGD(lr))
    run = say("{epochs} epochs on the study hours from weight 5 and bias 0, SGD(lr={lr})", epochs=epochs, lr=lr)
    return curve_of(run, answer.result, oracles.descend(hours, scores, weight, bias, lr, epochs).history)


def expect_trajectory(learner: Learner, problem: LinearProblem, fraction: float, epochs: int) -> None:
    """Require the parameters of gradient descent in the model that was passed in."""
    descent(learner, problem, fraction, epochs).expect_parameters(epochs)


def expect_losses(learner: Learner, problem: LinearProblem, fraction: float, epochs: int) -> None:
    """Require the losses of gradient descent."""
    training = descent(learner, problem, fraction, epochs)
    turned, after = training.right(epochs)
    weight = np.maximum(np.abs(problem.weight), np.abs(turned.T))
    bias = np.maximum(np.abs(problem.bias), np.abs(after))
    # an error of at most `off` in each prediction changes a mean of squares by at most 2 sqrt(loss) off + off^2
    off = float(np.max(rounding(oracles.prediction_scale(problem.X, weight, bias) + np.abs(problem.y), 32)))
    losses = np.asarray(training.losses(epochs))
    training.expect_losses(epochs, within=2 * np.sqrt(losses) * off + off**2 + rounding(losses, 32))


@pytest.mark.task("train")
@given(drawn=descents())
def test_every_epoch_is_one_step_on_all_rows(learner: Learner, drawn: tuple[LinearProblem, float, int]) -> None:
    """After any number of epochs the model is where gradient descent on all rows leads, at the optimizer's lr."""
    expect_trajectory(learner, *drawn)


@pytest.mark.task("train")
def test_one_row_one_feature_or_one_output(learner: Learner, rng: np.random.Generator) -> None:
    """With one row, one feature or one output, nothing changes: predictions and targets keep their shape (n, k)."""
    for size in ONE_OF_SOMETHING:
        expect_trajectory(learner, random_problem(rng, *size), fraction=1 / 4, epochs=2)


@pytest.mark.task("train")
def test_every_step_uses_all_of_many_rows(learner: Learner, rng: np.random.Generator) -> None:
    """With 150 rows an epoch is still one step, with all rows at once."""
    expect_trajectory(learner, random_problem(rng, n=150, d=2, k=1), fraction=1 / 8, epochs=3)


@pytest.mark.task("train")
@settings(max_examples=6)
@given(problem=linear_problems())
def test_no_epochs_leave_the_model_as_it_was(learner: Learner, problem: LinearProblem) -> None:
    """With epochs=0, weight and bias stay as they were."""
    model = learner.train(problem.X, problem.y, 0, linear(problem), MSELoss(), SGD(0.5)).argument(3, "model")
    expect(model.parameter("weight")).equals(problem.weight.T)
    expect(model.parameter("bias")).equals(problem.bias)


@pytest.mark.task("train")
def test_training_goes_on_where_the_loss_grows(learner: Learner, rng: np.random.Generator) -> None:
    """If lr is too large, the loss grows, and all steps are taken just the same."""
    expect_trajectory(learner, random_problem(rng), fraction=2, epochs=5)


@pytest.mark.task("train")
@settings(max_examples=6)
@given(drawn=descents())
def test_leaves_data_and_torch_as_they_were(learner: Learner, drawn: tuple[LinearProblem, float, int]) -> None:
    """The inputs and targets are not changed, nothing is seeded, and torch's settings stay as they were."""
    answer = descent(learner, *drawn).train(drawn[2])
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


# ---- the history ----


@pytest.mark.task("history")
@given(drawn=descents())
def test_each_item_is_the_loss_before_its_update(learner: Learner, drawn: tuple[LinearProblem, float, int]) -> None:
    """The history holds one Python float for each epoch: the loss before that epoch's update."""
    expect_losses(learner, *drawn)


@pytest.mark.task("history")
def test_losses_of_one_row_one_feature_or_one_output(learner: Learner, rng: np.random.Generator) -> None:
    """With one row, one feature or one output, the losses are still the means over all n * k entries."""
    for size in ONE_OF_SOMETHING:
        expect_losses(learner, random_problem(rng, *size), fraction=1 / 4, epochs=2)


@pytest.mark.task("history")
@settings(max_examples=6)
@given(problem=linear_problems())
def test_a_model_that_is_right_already_has_its_epochs_too(learner: Learner, problem: LinearProblem) -> None:
    """If the loss is 0 from the start, the history still holds a 0.0 for each epoch."""
    targets = oracles.predict(problem.X, problem.weight, problem.bias)  # exact in float32: sums of sixteenths
    answer = learner.train(problem.X, targets, 4, linear(problem), MSELoss(), SGD(2**-6))
    # a sum in another order is exact too; 1e-9 leaves room for a prediction that is off by some ulp
    expect(answer.result).is_floats([0.0] * 4, within=1e-9)


@pytest.mark.task("history")
def test_the_history_goes_on_where_the_loss_grows(learner: Learner, rng: np.random.Generator) -> None:
    """If lr is too large, the history still holds the loss of every epoch."""
    training = descent(learner, random_problem(rng), fraction=2, epochs=5)
    # rounding grows as the losses do: each stays within 1e-5 of the largest before it
    training.expect_losses(5, within=1e-5 * np.maximum.accumulate(training.losses(5)))


@pytest.mark.task("history")
def test_the_history_goes_on_where_the_loss_is_no_number_any_more(learner: Learner) -> None:
    """If lr is far too large, the loss grows to inf and then becomes nan; each of the 60 epochs still has its item."""
    model = Linear(array(np.array([[5.0]])), array(np.array([0.0])))
    # at lr = 1 the loss grows a hundredfold an epoch: it is inf after 20, and the parameters are nan after 40
    answer = learner.train(oracles.STUDY_HOURS, oracles.SCORES, 60, model, MSELoss(), SGD(1.0))
    expect(answer.result).floats(60)


@pytest.mark.task("history")
def test_a_second_call_starts_a_new_history(learner: Learner, rng: np.random.Generator) -> None:
    """Training again returns the losses of the new epochs only, and goes on from where the model is."""
    problem = random_problem(rng)
    lr = oracles.largest_stable_lr(problem.X, problem.k) / 4
    right = oracles.descend(problem.X, problem.y, problem.weight, problem.bias, lr, 6).history
    answer = learner.call("train", problem.X, problem.y, 3, linear(problem), MSELoss(), SGD(lr), repeat=2)
    expect(answer.nth(0).result).is_floats(right[:3], within=1e-5 * max(right))
    losses = expect(answer.result).floats(3)
    expect(answer.result).that(
        bool(abs(losses[0] - right[3]) <= 1e-5 * max(right)),
        expected=say("3 losses, the first of them {right:.6g}", right=right[3]),
        message=say(
            "The second call starts at {found:.6g}, but the first call leaves the model at {right:.6g}.",
            found=losses[0],
            right=right[3],
        ),
    )


# ---- any model, loss and optimizer ----


def floats(rng: np.random.Generator, *shape: int) -> Floats:
    """Roughly standard-normal numbers, rounded to eighths: readable, and exact in float32."""
    return np.round(8 * rng.standard_normal(shape)) / 8


def random_problem(rng: np.random.Generator, n: int = 5, d: int = 3, k: int = 2) -> LinearProblem:
    """Data and parameters of n rows, d features and k outputs."""
    return LinearProblem(floats(rng, n, d), floats(rng, n, k), floats(rng, d, k), floats(rng, k))


def one_layer(rng: np.random.Generator) -> Linear:
    """Three features, two outputs."""
    return Linear(array(floats(rng, 3, 2)), array(floats(rng, 2)))


def two_layers(rng: np.random.Generator) -> TwoLayer:
    """Three features, four numbers between the layers, two outputs."""
    return TwoLayer(
        Linear(array(floats(rng, 3, 4)), array(floats(rng, 4))), Linear(array(floats(rng, 4, 2)), array(floats(rng, 2)))
    )


def with_parts(
    learner: Learner,
    rng: np.random.Generator,
    draw_model: Callable[[np.random.Generator], Model],
    loss_fn: Loss,
    optimizer: Optimizer,
    epochs: int = 4,
) -> Training:
    """Training on random data of five rows with these parts; tolerances are those of this many epochs."""
    while True:
        X, y, model = floats(rng, 5, 3), floats(rng, 5, 2), draw_model(rng)
        run = training_oracles.train(X, y, epochs, model, loss_fn, optimizer)
        jumps_near = isinstance(loss_fn, L1Loss) and run.smallest_error < NEAR
        if not jumps_near and not (isinstance(optimizer, Adam) and run.smallest_gradient < NEAR):
            break

    @cache
    def right(epochs: int) -> Run:
        return training_oracles.train(X, y, epochs, model, loss_fn, optimizer)

    def train(epochs: int) -> Answer:
        return learner.train(X, y, epochs, model, loss_fn, optimizer)

    names = tuple(run.parameters)
    return Training(
        train=train,
        parameters=lambda answer: parameters(answer, names),
        history=lambda answer: answer.result,
        right=lambda epochs: list(right(epochs).parameters.values()),
        losses=lambda epochs: right(epochs).history,
        # a few epochs in float32 lose some 1e-7 of the largest parameter
        within=1e-5 * run.largest,
        curve=lambda: curve_of(say("20 epochs with the parts of this call"), train(20).result, right(20).history),
    )


@pytest.mark.task("any_parts")
def test_another_loss(learner: Learner, rng: np.random.Generator) -> None:
    """nn.L1Loss: the model learns from the mean of the absolute differences."""
    with_parts(learner, rng, one_layer, L1Loss(), SGD(0.1)).expect_parameters(4)


@pytest.mark.task("any_parts")
def test_a_loss_that_treats_its_arguments_differently(learner: Learner, rng: np.random.Generator) -> None:
    """A loss that is not symmetric gets the prediction first and the target second."""
    with_parts(learner, rng, one_layer, AsymmetricLoss(), SGD(0.1)).expect_parameters(4)


@pytest.mark.task("any_parts")
def test_an_optimizer_with_momentum(learner: Learner, rng: np.random.Generator) -> None:
    """SGD with momentum: the optimizer that was passed in takes the steps, and keeps what it remembers between them."""
    with_parts(learner, rng, one_layer, MSELoss(), SGD(0.05, momentum=0.75)).expect_parameters(4)


@pytest.mark.task("any_parts")
def test_a_second_call_goes_on_with_the_optimizer(learner: Learner, rng: np.random.Generator) -> None:
    """What SGD with momentum remembers from an earlier call is still there in the next: six epochs, three at a time."""
    problem, optimizer = random_problem(rng), SGD(0.05, momentum=0.75)
    model = linear(problem)
    right = training_oracles.train(problem.X, problem.y, 6, model, MSELoss(), optimizer)
    answer = learner.call("train", problem.X, problem.y, 3, model, MSELoss(), optimizer, repeat=2)
    for found, expected in zip(parameters(answer), right.parameters.values(), strict=True):
        expect(found).equals(expected, within=1e-5 * right.largest)


@pytest.mark.task("any_parts")
def test_an_optimizer_with_several_groups(learner: Learner, rng: np.random.Generator) -> None:
    """SGD that keeps each parameter in a group of its own: all of them are cleared and stepped."""
    with_parts(learner, rng, one_layer, MSELoss(), GroupedSGD(0.1)).expect_parameters(4)


@pytest.mark.task("any_parts")
def test_adam(learner: Learner, rng: np.random.Generator) -> None:
    """Adam: one step per epoch of the optimizer that was passed in, whatever rule it follows."""
    with_parts(learner, rng, one_layer, MSELoss(), Adam(0.05)).expect_parameters(4)


@pytest.mark.task("any_parts")
def test_a_model_of_two_layers(learner: Learner, rng: np.random.Generator) -> None:
    """A model with two layers and a tanh between them: all four of its parameters are trained."""
    with_parts(learner, rng, two_layers, MSELoss(), SGD(0.1)).expect_parameters(4)


@pytest.mark.task("any_parts")
def test_all_parts_exchanged_at_once(learner: Learner, rng: np.random.Generator) -> None:
    """Two layers, a loss that is not symmetric and Adam together."""
    with_parts(learner, rng, two_layers, AsymmetricLoss(), Adam(0.05)).expect_parameters(4)


@pytest.mark.task("history")
def test_the_history_of_another_loss(learner: Learner, rng: np.random.Generator) -> None:
    """The history holds the loss that was passed in, here nn.L1Loss."""
    training = with_parts(learner, rng, one_layer, L1Loss(), SGD(0.1))
    # errors of some 1e-7 in predictions of size 1 to 10
    training.expect_losses(4, within=1e-5 * max(training.losses(4)))


# ---- gradients left over from before ----


def with_gradients(layer: Linear, rng: np.random.Generator) -> Linear:
    """The layer with numbers in the `.grad` of its weight and bias, as an earlier backward() leaves them."""
    weight, bias = (
        replace(parameter, grad=array(floats(rng, *parameter.shape))) for parameter in (layer.weight, layer.bias)
    )
    return Linear(weight, bias)


def one_used_layer(rng: np.random.Generator) -> Linear:
    """One layer with left-over gradients."""
    return with_gradients(one_layer(rng), rng)


@pytest.mark.task("clean_start")
def test_left_over_gradients_do_not_count(learner: Learner, rng: np.random.Generator) -> None:
    """Gradients that the model holds when train is called do not reach the first update."""
    with_parts(learner, rng, one_used_layer, MSELoss(), SGD(0.1), epochs=1).expect_parameters(1)
    with_parts(learner, rng, one_used_layer, MSELoss(), SGD(0.1), epochs=3).expect_parameters(3)
