"""Exercise 8, public: two worked trainings, their history and their log."""

import re

import numpy as np
import pytest

from grader.testing import Answer, Curve, Learner, Param, Part, Training, curve_of, expect, losses_of, rounding, say
from grader.testing.failure import Failed
from grader.testing.values import to_value

# four samples, three features, two outputs; with lr = 0.5 every number below is exact in float32
X = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0], [2.0, -1.0, 0.0], [-1.0, 1.0, 1.0]])
Y = np.array([[3.0, -1.0], [0.0, 2.0], [1.0, 1.0], [2.0, -2.0]])
WEIGHT = np.array([[0.5, -1.0], [1.0, 0.25], [0.0, 0.5]])
BIAS = np.array([0.5, -1.0])
LOSSES = (5.4609375, 0.932739258, 0.361497879)
# weight and bias after 0, 1 and 2 epochs
STEPS = (
    (WEIGHT, BIAS),
    (np.array([[0.75, 0.40625], [0.875, -0.21875], [0.8125, -0.25]]), np.array([0.75, -0.40625])),
    (
        np.array([[0.6015625, 0.52734375], [0.859375, -0.05859375], [0.921875, -0.76171875]]),
        np.array([0.625, -0.21484375]),
    ),
)

HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])
# from weight 5 and bias 0, with lr = 0.01
HOURS_STEPS = (
    (np.array([[5.0]]), np.array([0.0])),
    (np.array([[6.4]]), np.array([0.6])),
    (np.array([[7.645333333]]), np.array([1.132])),
)
HOURS_LOSSES = (
    *(1050.0, 830.866667, 657.649173, 520.725715, 412.490774, 326.93259, 259.299192, 205.834399, 163.56915),
    *(130.156562, 103.741549, 82.8577654, 66.3461424, 53.2904983, 42.9666404, 34.8021328, 28.3444958, 23.2360681),
    *(19.1941373, 15.9952345),
)


def train(learner: Learner, epochs: int, **keywords: int) -> Answer:
    """Train on the four samples."""
    return learner.train(X, Y, Param(WEIGHT), Param(BIAS), 0.5, epochs, **keywords)


def train_on_hours(learner: Learner, epochs: int) -> Answer:
    """Train on the study hours."""
    return learner.train(HOURS, SCORES, Param(np.array([[5.0]])), Param(np.array([0.0])), 0.01, epochs)


def parameters(answer: Answer) -> tuple[Part, ...]:
    """Weight and bias as they come back."""
    return answer.parts("weight", "bias", "history")[:2]


def history(answer: Answer) -> Part:
    """The history as it comes back."""
    return answer.parts("weight", "bias", "history")[2]


def losses_on_hours(learner: Learner) -> Curve | None:
    """The losses of some epochs on the study hours, for a chart."""
    epochs = len(HOURS_LOSSES)
    run = say("{epochs} epochs on the study hours from weight 5 and bias 0, lr = 0.01", epochs=epochs)
    return curve_of(run, history(train_on_hours(learner, epochs)), HOURS_LOSSES)


def on_samples(learner: Learner) -> Training:
    """The training on the four samples."""
    return Training(
        train=lambda epochs: train(learner, epochs),
        parameters=parameters,
        history=history,
        right=STEPS.__getitem__,
        losses=lambda epochs: LOSSES[:epochs],
        curve=lambda: losses_on_hours(learner),
    )


def on_hours(learner: Learner) -> Training:
    """The training on the study hours."""
    return Training(
        train=lambda epochs: train_on_hours(learner, epochs),
        parameters=parameters,
        history=history,
        right=HOURS_STEPS.__getitem__,
        losses=lambda epochs: HOURS_LOSSES[:epochs],
        # predictions of up to 60 points go into the gradients, of which lr takes a hundredth
        within=float(rounding(10, 16)),
        curve=lambda: losses_on_hours(learner),
    )


def lines_of_history(answer: Answer, lines: list[str]) -> list[str]:
    """The lines with the losses of the returned history in place of the right ones; none if there are none."""
    try:
        losses = losses_of(history(answer))
    except Failed:
        return []  # for another task to judge
    epochs = [int(line.split("/")[0]) for line in lines]
    if losses is None or len(losses) < max(epochs, default=0):
        return []
    return [f"{line.split(' ')[0]} loss = {losses[epoch - 1]:.5f}" for line, epoch in zip(lines, epochs, strict=True)]


def expect_log(answer: Answer, lines: list[str]) -> None:
    """Require exactly these lines among all that have the form of a log line."""
    printed = [line.rstrip() for line in answer.printed.splitlines() if line.strip()]
    logged = [line for line in printed if re.fullmatch(r"\d+/\d+ loss = \d+\.\d{5}", line)]
    message = say("The lines do not come in the order of the epochs.")
    for line in lines:
        if line not in logged:
            message = say("There is no line '{line}'.", line=line)
            break
    for line in logged:
        if logged.count(line) > 1:
            message = say("The line '{line}' is printed {times} times.", line=line, times=logged.count(line))
            break
        # a line of the right epoch with another loss has its place
        if len(logged) > len(lines) and line.split(" ")[0] not in [wanted.split(" ")[0] for wanted in lines]:
            message = say("The line '{line}' should not be there.", line=line)
            break
    if logged and logged != lines and logged == lines_of_history(answer, lines):
        message += say("\nThe log agrees with the history, so mend that first.")
    expect(Part(answer, "printed", to_value(printed))).that(
        logged == lines, f"printed = {lines}", message, aspect="log"
    )


@pytest.mark.task("train")
def test_two_epochs_with_the_study_hours(learner: Learner) -> None:
    """From weight 5 and bias 0, two epochs with lr = 0.01 on the study hours lead to weight 7.645333 and bias 1.132."""
    on_hours(learner).expect_parameters(2)


@pytest.mark.task("train")
def test_one_epoch_with_several_features_and_outputs(learner: Learner) -> None:
    """One epoch moves every weight and both biases by lr times their gradients, all computed before anything moves."""
    on_samples(learner).expect_parameters(1)


@pytest.mark.task("train")
def test_the_second_epoch_uses_its_own_gradients_only(learner: Learner) -> None:
    """The second epoch starts where the first ended, with newly computed gradients."""
    on_samples(learner).expect_parameters(2)


@pytest.mark.task("train")
def test_a_learning_rate_of_zero_moves_nothing(learner: Learner) -> None:
    """With lr = 0.0 the parameters end where they began."""
    weight, bias = parameters(learner.train(X, Y, Param(WEIGHT), Param(BIAS), 0.0, 2))
    expect(weight).equals(WEIGHT)
    expect(bias).equals(BIAS)


@pytest.mark.task("train", "history", "log", "zero_epochs")
def test_is_written_from_scratch(learner: Learner) -> None:
    """The training loop is written from scratch: without torch.nn, torch.optim or their twins elsewhere in torch."""
    expect(learner).uses_nothing_from("torch.nn", "torch.optim", functions=("train",))


@pytest.mark.task("train")
def test_leaves_the_data_and_torch_as_they_were(learner: Learner) -> None:
    """X and y are not changed, nothing is seeded, and the default dtype and the grad mode stay as they are."""
    answer = train(learner, 2)
    expect(answer).kept_its_inputs(but=(2, 3))
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("history")
def test_history_holds_the_loss_before_each_update(learner: Learner) -> None:
    """The history is a list of Python floats, one per epoch: the loss that the epoch starts with."""
    on_samples(learner).expect_losses(3, within=rounding(LOSSES[0], 16))


@pytest.mark.task("history")
def test_goes_on_where_the_loss_is_zero_or_grows(learner: Learner) -> None:
    """For features 1, -1 and targets 3, 1, lr = 0.5 gives losses of 0 from item 1 on, and lr = 1.5 ever larger ones."""
    for lr, losses in ((0.5, [20.0, 0.0, 0.0, 0.0]), (1.5, [20.0, 80.0, 320.0, 1280.0])):
        given = np.array([[1.0], [-1.0]]), np.array([[3.0], [1.0]]), Param(np.array([[5.0]])), Param(np.array([0.0]))
        expect(history(learner.train(*given, lr, 4))).is_floats(losses, within=rounding(max(losses), 16))


@pytest.mark.task("log")
def test_logs_every_second_epoch(learner: Learner) -> None:
    """With epochs=5 and log_every=2, epochs 1, 3 and 5 are logged, each with its loss before the update."""
    answer = train(learner, 5, log_every=2)
    expect_log(answer, ["1/5 loss = 5.46094", "3/5 loss = 0.36150", "5/5 loss = 0.14158"])


@pytest.mark.task("log")
def test_logs_the_last_epoch_too(learner: Learner) -> None:
    """The last epoch is logged whatever log_every is: with epochs=4 and log_every=2, epochs 1, 3 and 4."""
    answer = train(learner, 4, log_every=2)
    expect_log(answer, ["1/4 loss = 5.46094", "3/4 loss = 0.36150", "4/4 loss = 0.19758"])


@pytest.mark.task("log")
def test_logs_the_first_and_the_last_of_a_few_epochs(learner: Learner) -> None:
    """Without log_every, three epochs log the first and the last."""
    expect_log(train(learner, 3), ["1/3 loss = 5.46094", "3/3 loss = 0.36150"])


@pytest.mark.task("zero_epochs")
def test_zero_epochs_change_nothing(learner: Learner) -> None:
    """With epochs=0 the parameters come back as given, with an empty history and no line in the log."""
    answer = train(learner, 0)
    weight, bias = parameters(answer)
    expect(weight).equals(WEIGHT)
    expect(bias).equals(BIAS)
    expect(history(answer)).is_floats([], within=0.0)
    expect_log(answer, [])
