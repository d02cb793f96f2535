"""Kata 10: Test a training loop. Read kata10_test_training_loop.md first."""

import contextlib
import io

import torch
from hypothesis import given
from hypothesis import strategies as st


def hours():
    """The study hours, and parameters to start from."""
    X, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[20.0], [40.0], [60.0]])
    return X, y, torch.tensor([[2.0]], requires_grad=True), torch.tensor([1.0], requires_grad=True)


def printed(train, *arguments, **keywords):
    """The lines that a training prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        train(*arguments, **keywords)
    return out.getvalue().splitlines()


def test_the_loss_falls(train):
    """An example: a right training passes this test, and so do most of the wrong ones."""
    _weight, _bias, history = train(*hours(), 0.01, 20)
    assert history[-1] < history[0]
