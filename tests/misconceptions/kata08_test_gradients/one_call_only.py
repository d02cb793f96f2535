"""The function is asked once, with clean parameters; what earlier calls leave behind is never seen.

Advice: Call it twice with the same tensors, and once with something in `.grad`.
"""

FAILS = {"every_call"}

import torch

# three samples, two features, four outputs: all sizes differ, and so do all columns
X = torch.tensor([[1.0, 2.0], [-1.0, 3.0], [2.0, 0.5]])
Y = torch.tensor([[1.0, 0.0, -2.0, 4.0], [3.0, 1.0, 0.0, 2.0], [-1.0, 5.0, 2.0, 0.0]])
WEIGHT = torch.tensor([[1.0, -2.0, 0.5, 3.0], [2.0, 1.0, -1.0, 0.25]])
BIAS = torch.tensor([0.5, -1.0, 2.0, 1.0])


def parameters():
    """Fresh leaves, without gradients."""
    return WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()


def right():
    """The gradients by their formula."""
    error = X @ WEIGHT + BIAS - Y
    return 2 / error.numel() * X.T @ error, 2 / error.numel() * error.sum(dim=0)


def check(found):
    """Compare both with the formula."""
    for one, expected in zip(found, right(), strict=True):
        assert one.shape == expected.shape
        assert torch.allclose(one, expected, atol=1e-5)


def test_formula(gradients):
    check(gradients(X, Y, *parameters()))


