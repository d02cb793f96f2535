"""Kata 4, public: two learning rates, and the lines of two logs."""

import re

import numpy as np
import pytest

from grader.testing import Answer, Learner, Param, Part, expect, rounding, say
from grader.testing.values import to_value

NAMES = ("weight", "bias", "history")
HOURS, SCORES = np.array([[1.0], [2.0], [3.0]]), np.array([[20.0], [40.0], [60.0]])


def train(learner: Learner, lr: float, epochs: int, **keywords: int) -> Answer:
    """Train on the study hours from weight 2 and bias 1."""
    return learner.train_logged(HOURS, SCORES, Param(np.array([[2.0]])), Param(np.array([1.0])), lr, epochs, **keywords)


def expect_log(answer: Answer, lines: list[str]) -> None:
    """Demand exactly these lines among all that have the form of a log line."""
    printed = [line.rstrip() for line in answer.printed.splitlines() if line.strip()]
    logged = [line for line in printed if re.fullmatch(r"\d+/\d+ loss = \d+\.\d{5}", line)]
    missing = [line for line in lines if line not in logged]
    message = (
        say("There is no line '{line}'.", line=missing[0])
        if missing
        else say("There are lines too many, or out of order.")
    )
    part = Part(answer, "printed", to_value(printed))
    expect(part).that(logged == lines, f"printed = {lines}", message, aspect="log")


@pytest.mark.task("learning_rate")
def test_the_learning_rate_decides_how_far_a_step_goes(learner: Learner) -> None:
    """From weight 2 and bias 1, one epoch leads to 10.2 and 4.5 with lr = 0.05, and to 18.4 and 8 with lr = 0.1."""
    for lr, right in ((0.05, (10.2, 4.5)), (0.1, (18.4, 8.0))):
        weight, bias, _history = train(learner, lr, 1).parts(*NAMES)
        expect(weight).equals([[right[0]]], within=rounding(20, 16))
        expect(bias).equals([right[1]], within=rounding(20, 16))


@pytest.mark.task("learning_rate")
def test_history_holds_the_loss_before_every_step(learner: Learner) -> None:
    """With lr = 0.0625 the losses of two epochs are 1441 and 142.55729."""
    history = train(learner, 0.0625, 2).parts(*NAMES)[2]
    expect(history).is_floats([1441.0, 142.557292], within=rounding(1441, 16))


@pytest.mark.task("log")
def test_three_epochs_are_three_lines(learner: Learner) -> None:
    """With lr = 0 and log_every=1, three epochs have three lines, which say 1/3, 2/3 and 3/3."""
    answer = train(learner, 0.0, 3, log_every=1)
    expect_log(answer, [f"{epoch}/3 loss = 1441.00000" for epoch in (1, 2, 3)])


@pytest.mark.task("log")
def test_the_last_epoch_has_one_line(learner: Learner) -> None:
    """With lr = 0 and log_every=3, four epochs log the first and the last, five the first, the fourth and the fifth."""
    for epochs, logged in ((4, (1, 4)), (5, (1, 4, 5))):
        answer = train(learner, 0.0, epochs, log_every=3)
        expect_log(answer, [f"{epoch}/{epochs} loss = 1441.00000" for epoch in logged])
