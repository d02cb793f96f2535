"""Only the beginning of each line is compared, so the number of digits and what follows the loss do not matter.

Advice: Demand all of a line: what stands before the loss, five digits behind the point, and nothing after them.
"""

FAILS = {"log"}

import contextlib
import io

import torch

# three samples, two features, two outputs
X = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [2.0, -1.0]])
Y = torch.tensor([[1.0, 0.0], [-2.0, 3.0], [4.0, 1.0]])
WEIGHT, BIAS = torch.tensor([[0.5, -1.0], [1.0, 2.0]]), torch.tensor([0.5, -1.0])


def trained(train, lr, epochs, **keywords):
    """What a training returns and prints; the parameters are made anew, since it may change them."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        start = WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()
        weight, bias, history = train(X, Y, *start, lr, epochs, **keywords)
    return weight.detach(), bias.detach(), history, out.getvalue().splitlines()


def expected(lr, epochs):
    """The parameters after some epochs, and the loss before each of them, by the formula."""
    weight, bias, losses = WEIGHT.double(), BIAS.double(), []
    for _ in range(epochs):
        error = X.double() @ weight + bias - Y
        losses.append(error.square().mean().item())
        weight, bias = (
            weight - lr * 2 / error.numel() * X.double().T @ error,
            bias - lr * 2 / error.numel() * error.sum(dim=0),
        )
    return weight.float(), bias.float(), losses


def test_parameters(train):
    for lr, epochs in ((0.1, 0), (0.1, 1), (0.1, 2), (0.05, 7), (0.0, 3)):
        weight, bias, _losses = expected(lr, epochs)
        found = trained(train, lr, epochs)
        assert torch.allclose(found[0], weight, atol=1e-4)
        assert torch.allclose(found[1], bias, atol=1e-4)


def test_history(train):
    for epochs in (0, 1, 5):
        history = trained(train, 0.1, epochs)[2]
        losses = expected(0.1, epochs)[2]
        assert len(history) == epochs
        for found, right in zip(history, losses, strict=True):
            assert isinstance(found, float)
            assert abs(found - right) < 1e-4


def test_log(train):
    for epochs, log_every, logged in (
        (5, 2, (1, 3, 5)),
        (4, 2, (1, 3, 4)),
        (3, 1, (1, 2, 3)),
        (1, 5, (1,)),
        (0, 1, ()),
    ):
        losses = expected(0.1, epochs)[2]
        lines = trained(train, 0.1, epochs, log_every=log_every)[3]
        assert len(lines) == len(logged)
        for line, epoch in zip(lines, logged, strict=True):
            words = line.split()
            assert words[:3] == [f"{epoch}/{epochs}", "loss", "="]
            assert abs(float(words[3]) - losses[epoch - 1]) < 1e-3


def test_log_every_hundredth_epoch(train):
    assert [line.partition(" ")[0] for line in trained(train, 0.01, 12)[3]] == ["1/12", "12/12"]
