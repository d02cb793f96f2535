"""Kata 07: Test a loss. Read kata07_test_mse.md first."""

from collections.abc import Callable

import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

Loss = Callable[[Tensor, Tensor], Tensor]

# no two of its sums, means or columns are alike: whoever leaves something out, or divides otherwise, is seen
PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def by_hand(pred: Tensor, y: Tensor) -> float:
    """The mean of all squares, one entry after the other, in Python's own numbers."""
    squares = [(p - t) ** 2 for p, t in zip(pred.flatten().tolist(), y.flatten().tolist(), strict=True)]
    return float(sum(squares) / len(squares))


def test_is_the_mean_of_all_squares(mse_loss: Loss) -> None:
    """The value, a float32 tensor of shape ()."""
    loss = mse_loss(PRED, Y)
    assert loss.shape == ()
    assert loss.dtype == torch.float32
    assert abs(loss.item() - by_hand(PRED, Y)) < 1e-4


def test_one_sample_and_one_output(mse_loss: Loss) -> None:
    """A row, a column, a single entry."""
    for pred, y in ((PRED[:1], Y[:1]), (PRED[:, :1], Y[:, :1]), (PRED[:1, :1], Y[:1, :1])):
        assert abs(mse_loss(pred, y).item() - by_hand(pred, y)) < 1e-4


@given(st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=1, max_size=6))
def test_any_column_of_numbers(mse_loss: Loss, pairs: list[tuple[int, int]]) -> None:
    """Numbers that nobody chose."""
    pred, y = (torch.tensor([[float(pair[side])] for pair in pairs]) for side in (0, 1))
    assert abs(mse_loss(pred, y).item() - by_hand(pred, y)) < 1e-3


def test_every_prediction_gets_its_gradient(mse_loss: Loss) -> None:
    """Backward, against the formula."""
    pred = PRED.clone().requires_grad_()
    mse_loss(pred, Y).backward()  # type: ignore[no-untyped-call]
    assert pred.grad is not None
    assert torch.allclose(pred.grad, 2 * (PRED - Y) / PRED.numel())
