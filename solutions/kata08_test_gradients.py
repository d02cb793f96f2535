"""Kata 08: Test gradients. Read kata08_test_gradients.md first."""

from collections.abc import Callable

import torch
from torch import Tensor

Pair = tuple[Tensor, Tensor]
Gradients = Callable[[Tensor, Tensor, Tensor, Tensor], Pair]

# three samples, two features, four outputs: all sizes differ, and so do all columns
X = torch.tensor([[1.0, 2.0], [-1.0, 3.0], [2.0, 0.5]])
Y = torch.tensor([[1.0, 0.0, -2.0, 4.0], [3.0, 1.0, 0.0, 2.0], [-1.0, 5.0, 2.0, 0.0]])
WEIGHT = torch.tensor([[1.0, -2.0, 0.5, 3.0], [2.0, 1.0, -1.0, 0.25]])
BIAS = torch.tensor([0.5, -1.0, 2.0, 1.0])


def parameters() -> Pair:
    """Fresh leaves, without gradients."""
    return WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()


def right() -> Pair:
    """The gradients by their formula."""
    error = X @ WEIGHT + BIAS - Y
    return 2 / error.numel() * X.T @ error, 2 / error.numel() * error.sum(dim=0)


def check(found: Pair) -> None:
    """Compare both with the formula."""
    for one, expected in zip(found, right(), strict=True):
        assert one.shape == expected.shape
        assert torch.allclose(one, expected, atol=1e-5)


def test_formula(gradients: Gradients) -> None:
    """Clean parameters, one call."""
    check(gradients(X, Y, *parameters()))


def test_one_output(gradients: Gradients) -> None:
    """Nothing is stretched where a column meets a column."""
    weight, bias = WEIGHT[:, :1].clone().requires_grad_(), BIAS[:1].clone().requires_grad_()
    error = X @ WEIGHT[:, :1] + BIAS[:1] - Y[:, :1]
    found = gradients(X, Y[:, :1], weight, bias)
    assert torch.allclose(found[0], 2 / 3 * X.T @ error, atol=1e-5)
    assert torch.allclose(found[1], 2 / 3 * error.sum(dim=0), atol=1e-5)


def test_a_second_call_is_the_same(gradients: Gradients) -> None:
    """Nothing adds up from call to call."""
    weight, bias = parameters()
    check(gradients(X, Y, weight, bias))
    check(gradients(X, Y, weight, bias))


def test_old_gradients_do_not_count(gradients: Gradients) -> None:
    """Both parameters hold gradients of somebody else's, or one of them does."""
    for marked in ((True, True), (True, False), (False, True)):
        both = parameters()
        for parameter, old in zip(both, marked, strict=True):
            parameter.grad = torch.ones_like(parameter) if old else None
        check(gradients(X, Y, *both))
