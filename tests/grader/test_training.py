"""Where a training leaves the exact path: told once, when the report is made, with the epoch and both numbers."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from grader.pipe.pool import Workers
from grader.result.evidence import Curve, Evidence
from grader.source.module import Source, parse
from grader.testing import Answer, Learner, Part, Training, curve_of
from grader.testing.failure import Failed
from grader.testing.learner import Session

# every epoch of a right training takes away a quarter of w and half of b, and the loss is the mean of all squares
MODULE = b"""
import torch

def loss_of(w, b):
    return float(torch.mean(torch.cat([w, b]) ** 2))

def train(w, b, epochs, step=lambda w, b, epoch: (w / 4, b / 2), loss=loss_of, after=False):
    history = []
    for epoch in range(epochs):
        before = loss(w, b)
        dw, db = step(w, b, epoch)
        w, b = w - dw, b - db
        history.append(loss(w, b) if after else before)
    return w, b, history

def right(w, b, epochs): return train(w, b, epochs)
def uphill(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (-w / 4, -b / 2))
def steep_uphill(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (-3 * w / 4, -3 * b / 2))
def half(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (w / 8, b / 4))
def only_w(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (w / 4, 0 * b))
def hardly(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (w / 40000, b / 20000))
def never(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (0 * w, 0 * b))
def from_third_on(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (w / 4, b / 2 if epoch < 2 else -b))
def nan(w, b, epochs): return train(w, b, epochs, lambda w, b, epoch: (w / 4 if epoch < 1 else w * float("nan"), b / 2))
def one_more(w, b, epochs): return train(w, b, epochs + 1)
def one_short(w, b, epochs): return train(w, b, max(epochs - 1, 0))
def forgets(w, b, epochs):
    first = w, b
    return *first, train(w, b, epochs)[2]
def after(w, b, epochs): return train(w, b, epochs, after=True)
def double_loss(w, b, epochs): return train(w, b, epochs, loss=lambda w, b: 2 * loss_of(w, b))
def rounded(w, b, epochs): return train(w, b, epochs, loss=lambda w, b: round(loss_of(w, b), 2))
def without_first(w, b, epochs):
    w, b, history = train(w, b, epochs)
    return w, b, history[1:]
def reversed_history(w, b, epochs):
    w, b, history = train(w, b, epochs)
    return w, b, history[::-1]
def last_only(w, b, epochs):
    w, b, history = train(w, b, epochs)
    return w, b, history[-1:]
def piles_up(w, b, epochs):
    kept = [0, 0]
    def step(w, b, epoch):
        kept[0], kept[1] = kept[0] + w / 4, kept[1] + b / 2
        return kept
    return train(w, b, epochs, step)
def first_step_again(w, b, epochs):
    first = w / 4, b / 2
    return train(w, b, epochs, lambda w, b, epoch: first)
def text(w, b, epochs): return w, b, "history"
def flat(w, b, epochs): return train(w.sum(), b, epochs, loss=lambda w, b: 0.0)
def double(w, b, epochs): return train(w.double(), b, epochs)
"""
W, B = np.array([4.0, -8.0]), np.array([2.0])


@pytest.fixture
def learner(workers: Workers) -> Learner:
    """Trainings that are wrong in one way each."""
    source = parse("ex01_trainings", MODULE)
    assert isinstance(source, Source)
    return Learner(Session(source, workers))


def right(epochs: int) -> tuple[np.ndarray, np.ndarray]:
    """The exact parameters."""
    return W * 0.75**epochs, B * 0.5**epochs


def losses(epochs: int) -> list[float]:
    """The exact losses."""
    return [float(np.mean(np.concatenate(right(epoch)) ** 2)) for epoch in range(epochs)]


def training(learner: Learner, function: str) -> Training:
    """The training by one of the functions."""

    def train(epochs: int) -> Answer:
        return learner.call(function, W, B, epochs)

    def parts(answer: Answer) -> Sequence[Part]:
        return answer.parts("w", "b", "history")

    def curve() -> Curve | None:
        return curve_of("10 epochs", parts(train(10))[2], losses(10))

    return Training(
        train,
        lambda answer: parts(answer)[:2],
        lambda answer: parts(answer)[2],
        right,
        losses,
        within=1e-5,
        curve=curve,
    )


def told(demand: Callable[[], None]) -> Evidence:
    """The evidence of a failing demand, with all that more calls find out."""
    with pytest.raises(Failed) as failed:
        demand()
    assert failed.value.more is not None
    return failed.value.more()


def test_a_right_training_passes(learner: Learner) -> None:
    """Parameters and losses."""
    training(learner, "right").expect_parameters(4)
    training(learner, "right").expect_losses(4, within=1e-5)
    training(learner, "right").expect_losses(0, within=0.0)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("uphill", ["epoch 1: after it, w[1] is -10.0, not -6.0.", "Its step goes in the opposite direction."]),
        (
            "steep_uphill",
            [
                "epoch 1: after it, w[1] is -14.0, not -6.0.",
                "Its step goes in the opposite direction and is 3 times as long as it should be.",
            ],
        ),
        ("half", ["epoch 1: after it, w[1] is -7.0, not -6.0.", "Its step is 0.5 times as long as it should be."]),
        ("only_w", ["epoch 1: after it, b[0] is 2.0, not 1.0.", "In this epoch b has not moved."]),
        ("never", ["epoch 1: after it, w[1] is -8.0, not -6.0.", "In this epoch w has not moved."]),
        (
            "hardly",
            [
                "epoch 1: after it, w[1] is -7.9998, not -6.0.",
                "In this epoch w has hardly moved: less than a thousandth of the right step.",
            ],
        ),
        ("from_third_on", ["epoch 3: after it, b[0] is 1.0, not 0.25."]),
        ("nan", ["epoch 2: after it, w[0] is nan, not 2.25."]),
        ("one_more", ["epoch 1: after it, w[1] is -4.5, not -6.0.", "That is where 2 epochs should lead."]),
        (
            "one_short",
            [
                "epoch 1: after it, w[1] is -8.0, not -6.0.",
                "After 4 epochs they are where 3 epochs should lead: a step is missing.",
            ],
        ),
        (
            "forgets",
            [
                "epoch 1: after it, w[1] is -8.0, not -6.0.",
                "The history has the right loss after it: only the final parameters are others.",
            ],
        ),
        (
            "piles_up",
            [
                "epoch 2: after it, w[1] is -2.5, not -4.5.",
                "It has made the step of the epoch before once more, together with its own.",
            ],
        ),
        (
            "first_step_again",
            [
                "epoch 2: after it, w[1] is -4.0, not -4.5.",
                "It has made the step of the epoch before once more, instead of its own.",
            ],
        ),
    ],
)
def test_says_in_which_epoch_the_parameters_leave(learner: Learner, function: str, said: list[str]) -> None:
    """With both numbers, and with what the epoch did instead where that is plain."""
    message = told(lambda: training(learner, function).expect_parameters(4)).explanation()

    assert message.split("\n") == [f"The parameters leave the exact path in {said[0]}", *said[1:]]


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (
            "after",
            [
                "The first loss is 15.333333, not 28.0.",
                "Each item is what the next one should be: the loss after the update, not before.",
            ],
        ),
        ("double_loss", ["The first loss is 56.0, not 28.0.", "Every loss is 2 times what it should be."]),
        (
            "rounded",
            [
                "The history leaves the exact losses in epoch 2: item 1 is 15.33, not 15.333333.",
                "Every loss is rounded to 2 decimals.",
            ],
        ),
        (
            "half",
            [
                "The history leaves the exact losses in epoch 2: item 1 is 21.166666, not 15.333333.",
                "The parameters after 1 epoch are not right either, so mend the training first.",
            ],
        ),
        (
            "reversed_history",
            ["The first loss is 4.7669272, not 28.0.", "The losses stand in reverse order."],
        ),
        ("without_first", ["History has 3 items, not 4.", "They are the losses of epochs 2 to 4."]),
        ("last_only", ["History has 1 item, not 4.", "It is the loss of epoch 4."]),
        ("one_more", ["History has 5 items, not 4.", "The first 4 are right; what comes after them is too much."]),
    ],
)
def test_says_in_which_epoch_the_history_leaves(learner: Learner, function: str, said: list[str]) -> None:
    """Or which losses it has, where their number is not right."""
    message = told(lambda: training(learner, function).expect_losses(4, within=1e-5)).explanation()

    assert message.split("\n") == said


def test_the_losses_of_a_longer_training_come_with_the_failure(learner: Learner) -> None:
    """For a chart."""
    curve = told(lambda: training(learner, "never").expect_parameters(1)).curve

    assert curve == Curve("10 epochs", (28.0,) * 10, tuple(losses(10)))


@pytest.mark.parametrize("function", ["flat", "double"])
def test_a_wrong_shape_or_dtype_is_not_blamed_on_an_epoch(learner: Learner, function: str) -> None:
    """What was said of it is enough."""
    with pytest.raises(Failed) as failed:
        training(learner, function).expect_parameters(4)
    assert failed.value.more is not None
    assert failed.value.more().explanation() == failed.value.evidence.explanation()


def test_a_history_without_losses_has_no_curve(learner: Learner) -> None:
    """Neither is anything said about its epochs."""
    with pytest.raises(Failed) as failed:
        training(learner, "text").expect_losses(4, within=1e-5)

    assert (failed.value.more, failed.value.evidence.message) == (None, "History is not a list.")


def test_only_few_calls_are_made_for_a_long_training(learner: Learner) -> None:
    """The epoch is looked for by halving."""
    with pytest.raises(Failed) as failed:
        training(learner, "piles_up").expect_parameters(64)
    record = learner._session.record
    record.clear()
    assert failed.value.more is not None

    message = failed.value.more().explanation()

    assert "epoch 2:" in message
    assert len(record) <= 9
