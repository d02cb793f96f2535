"""The test demands that `.grad` holds the result afterwards, which right work need not do.

Advice: Test what is returned. What `.grad` holds after the call is not settled.
"""

FAILS = {"valid", "formula", "parameters", "every_call"}

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


def test_grad(gradients):
    weight, bias = parameters()
    gradients(X, Y, weight, bias)
    assert torch.allclose(weight.grad, right()[0], atol=1e-5)


def test_formula(gradients):
    check(gradients(X, Y, *parameters()))


def test_a_second_call_is_the_same(gradients):
    weight, bias = parameters()
    check(gradients(X, Y, weight, bias))
    check(gradients(X, Y, weight, bias))


def test_old_gradients_do_not_count(gradients):
    for marked in ((True, True), (True, False), (False, True)):
        both = parameters()
        for parameter, old in zip(both, marked, strict=True):
            parameter.grad = torch.ones_like(parameter) if old else None
        check(gradients(X, Y, *both))
