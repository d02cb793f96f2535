"""Against small differences of the loss, in float64."""

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


def loss(weight, bias):
    return ((X.double() @ weight + bias - Y.double()) ** 2).mean()


def slopes(weight, bias):
    found = []
    for at, parameter in enumerate((weight, bias)):
        slope = torch.zeros_like(parameter)
        for index in range(parameter.numel()):
            moved = [weight.clone(), bias.clone()], [weight.clone(), bias.clone()]
            moved[0][at].view(-1)[index] += 1
            moved[1][at].view(-1)[index] -= 1
            slope.view(-1)[index] = (loss(*moved[0]) - loss(*moved[1])) / 2
        found.append(slope.float())
    return found


def test_slopes(gradients):
    weight, bias = parameters()
    weight.grad = torch.ones_like(weight)
    bias.grad = torch.ones_like(bias)
    wanted = slopes(WEIGHT.double(), BIAS.double())
    for _ in range(2):
        for found, expected in zip(gradients(X, Y, weight, bias), wanted):
            torch.testing.assert_close(found.detach(), expected, rtol=1e-4, atol=1e-4)


def test_one_output(gradients):
    weight, bias = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, requires_grad=True)
    found = gradients(torch.tensor([[1.0], [2.0]]), torch.tensor([[3.0], [5.0]]), weight, bias)
    torch.testing.assert_close(found[0].detach(), torch.tensor([[-13.0]]), rtol=1e-4, atol=1e-4)


def test_one_has_a_gradient(gradients):
    wanted = slopes(WEIGHT.double(), BIAS.double())
    for at in (0, 1):
        both = parameters()
        both[at].grad = torch.ones_like(both[at])
        for found, expected in zip(gradients(X, Y, *both), wanted):
            torch.testing.assert_close(found.detach(), expected, rtol=1e-4, atol=1e-4)
