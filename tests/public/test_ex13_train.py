"""Exercise 13, public: two epochs of an example, other parts, the history, and left-over gradients."""

import numpy as np
import pytest
from msgspec.structs import replace

from grader.testing import Answer, Curve, Learner, Part, Training, array, curve_of, expect, say
from tests.blueprints import SGD, Adam, AsymmetricLoss, L1Loss, Linear, MSELoss, TwoLayer

X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0], [2.0, -1.0, 1.0], [-1.0, 0.0, 2.0]])
Y = np.array([[2.0, -1.0], [0.0, 1.0], [1.0, 3.0], [-2.0, 0.5]])
WEIGHT = np.array([[0.5, -1.0], [1.0, 0.25], [-0.5, 2.0]])
BIAS = np.array([0.5, -0.25])
MODEL = Linear(array(WEIGHT), array(BIAS))
# numbers below have at least seven digits; training a few epochs in float32 loses less than this
WITHIN = 4e-6

# with nn.MSELoss and SGD at lr 0.25: the losses, and weight and bias after 0, 1 and 2 epochs
LOSSES = (5.796875, 2.890625, 1.706329345703125)
STEPS = (
    (WEIGHT.T, BIAS),
    (np.array([[0.625, 0.6875, -0.4375], [-0.3125, 0.1875, 1.5]]), np.array([0.3125, -0.125])),
    (
        np.array([[0.7265625, 0.5234375, -0.4140625], [0.1015625, 0.0703125, 1.1640625]]),
        np.array([0.1875, -0.046875]),
    ),
)
# on the study hours from weight 5 and bias 0, with nn.MSELoss and SGD at lr 0.01
HOURS_LOSSES = (
    *(1050.0, 830.866667, 657.649173, 520.725715, 412.490774, 326.93259, 259.299192, 205.834399, 163.56915),
    *(130.156562, 103.741549, 82.8577654, 66.3461424, 53.2904983, 42.9666404, 34.8021328, 28.3444958, 23.2360681),
    *(19.1941373, 15.9952345),
)


def parameters(answer: Answer) -> list[Part]:
    """Weight and bias of the model that was passed in."""
    model = answer.argument(3, "model")
    return [model.parameter("weight"), model.parameter("bias")]


def example(learner: Learner, model: Linear = MODEL) -> Training:
    """The training of the example."""
    return Training(
        train=lambda epochs: learner.train(X, Y, epochs, model, MSELoss(), SGD(0.25)),
        parameters=parameters,
        history=lambda answer: answer.result,
        right=STEPS.__getitem__,
        losses=lambda epochs: LOSSES[:epochs],
        curve=lambda: losses_on_hours(learner),
    )


def losses_on_hours(learner: Learner) -> Curve | None:
    """The losses of some epochs on the study hours, for a chart."""
    hours, scores, epochs = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]]), len(HOURS_LOSSES)
    model = Linear(array(np.array([[5.0]])), array(np.array([0.0])))
    answer = learner.train(hours, scores, epochs, model, MSELoss(), SGD(0.01))
    run = say("{epochs} epochs on the study hours from weight 5 and bias 0, SGD(lr=0.01)", epochs=epochs)
    return curve_of(run, answer.result, HOURS_LOSSES)


@pytest.mark.task("train")
def test_one_epoch_of_the_example(learner: Learner) -> None:
    """One epoch with nn.MSELoss and SGD at lr 0.25 moves the model that was passed in by lr times its gradients."""
    example(learner).expect_parameters(1)


@pytest.mark.task("train")
def test_two_epochs_of_the_example(learner: Learner) -> None:
    """The second epoch starts where the first ended, with gradients of its own."""
    example(learner).expect_parameters(2)


@pytest.mark.task("train")
def test_one_output(learner: Learner) -> None:
    """With one output, targets of shape (4, 1) are compared with predictions of shape (4, 1), row by row."""
    model = Linear(array(WEIGHT[:, :1]), array(BIAS[:1]))
    answer = learner.train(X, Y[:, :1], 1, model, MSELoss(), SGD(0.25))
    expect(answer.argument(3, "model").parameter("weight")).equals([[0.75, 0.375, -0.375]])
    expect(answer.argument(3, "model").parameter("bias")).equals([0.125])


@pytest.mark.task("train")
def test_leaves_inputs_targets_and_torch_as_they_were(learner: Learner) -> None:
    """The inputs and targets are not changed, nothing is seeded, and torch's settings stay as they were."""
    answer = learner.train(X, Y, 2, MODEL, MSELoss(), SGD(0.25))
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("any_parts")
def test_uses_the_loss_that_it_is_given(learner: Learner) -> None:
    """With nn.L1Loss the model learns from that loss."""
    model = learner.train(X, Y, 2, MODEL, L1Loss(), SGD(0.25)).argument(3, "model")
    expect(model.parameter("weight")).equals([[0.625, 0.75, -0.5], [-0.875, 0.125, 1.875]])
    expect(model.parameter("bias")).equals([0.375, -0.25])


@pytest.mark.task("any_parts")
def test_calls_the_loss_with_prediction_and_target_in_this_order(learner: Learner) -> None:
    """The loss is called as loss_fn(pred, target): for some losses the order matters."""
    model = learner.train(X, Y, 2, MODEL, AsymmetricLoss(), SGD(0.25)).argument(3, "model")
    expect(model.parameter("weight")).equals([[1.328125, 0.796875, -0.703125], [0.53125, -0.33984375, 1.41015625]])
    expect(model.parameter("bias")).equals([0.25, 0.30859375])


@pytest.mark.task("any_parts")
def test_uses_the_optimizer_that_it_is_given(learner: Learner) -> None:
    """With Adam at lr 0.25, three epochs are three steps of Adam."""
    model = learner.train(X, Y, 3, MODEL, MSELoss(), Adam(0.25)).argument(3, "model")
    right = [[1.169968814, 0.32397701, -0.240942622], [-0.260272446, -0.425679829, 1.252154869]]
    expect(model.parameter("weight")).equals(right, within=WITHIN)
    expect(model.parameter("bias")).equals([-0.23628653, 0.480942225], within=WITHIN)


@pytest.mark.task("any_parts")
def test_trains_a_model_of_two_layers(learner: Learner) -> None:
    """In a model with two layers and a tanh between them, the biases of both layers are trained."""
    second = Linear(array(np.array([[1.0, -0.5], [0.25, 2.0]])), array(np.array([0.0, 0.5])))
    model = learner.train(X, Y, 2, TwoLayer(MODEL, second), MSELoss(), SGD(0.25)).argument(3, "model")
    expect(model.parameter("0.bias")).equals([0.484110881, 0.047870823], within=WITHIN)
    expect(model.parameter("2.bias")).equals([-0.003705568, 0.719877484], within=WITHIN)


@pytest.mark.task("history")
def test_the_history_holds_the_loss_before_each_update(learner: Learner) -> None:
    """The losses of three epochs are the Python floats 5.796875, 2.890625 and 1.706329."""
    example(learner).expect_losses(3, within=WITHIN)


@pytest.mark.task("history")
def test_the_history_holds_the_given_loss(learner: Learner) -> None:
    """The history of a training with nn.L1Loss holds that loss: 2.0 and 1.859375."""
    answer = learner.train(X, Y, 2, MODEL, L1Loss(), SGD(0.25))
    expect(answer.result).is_floats([2.0, 1.859375], within=WITHIN)


@pytest.mark.task("history")
def test_every_epoch_counts_where_the_loss_is_zero_or_grows(learner: Learner) -> None:
    """All epochs are run, even if the loss is 0 from the start, or grows because lr is too large."""
    answer = learner.train(X, X @ WEIGHT + BIAS, 3, MODEL, MSELoss(), SGD(0.25))
    expect(answer.result).is_floats([0.0, 0.0, 0.0], within=0.0)
    answer = learner.train(X, Y, 3, MODEL, MSELoss(), SGD(2.0))
    expect(answer.result).is_floats([5.796875, 20.171875, 119.171875], within=WITHIN)


@pytest.mark.task("history")
def test_no_epochs_give_an_empty_history(learner: Learner) -> None:
    """With epochs=0 the history is [] and the model stays as it was."""
    answer = learner.train(X, Y, 0, MODEL, MSELoss(), SGD(0.25))
    expect(answer.result).is_floats([], within=0.0)
    expect(answer.argument(3, "model").parameter("weight")).equals(WEIGHT.T)
    expect(answer.argument(3, "model").parameter("bias")).equals(BIAS)


@pytest.mark.task("clean_start")
def test_gradients_from_before_the_call_do_not_count(learner: Learner) -> None:
    """Gradients left over in the model change nothing: two epochs end in the same place as from a clean start."""
    weight = replace(MODEL.weight, grad=array(np.array([[1.0, -2.0], [4.0, 8.0], [-3.0, 5.0]])))
    bias = replace(MODEL.bias, grad=array(np.array([6.0, -7.0])))
    example(learner, Linear(weight, bias)).expect_parameters(2)
