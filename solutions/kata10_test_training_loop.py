"""Kata 10: Test a training loop. Read kata10_test_training_loop.md first."""

import contextlib
import io
from collections.abc import Callable

import torch
from torch import Tensor

Train = Callable[..., tuple[Tensor, Tensor, list[float]]]

# three samples, two features, two outputs
X = torch.tensor([[1.0, 2.0], [-1.0, 0.5], [2.0, -1.0]])
Y = torch.tensor([[1.0, 0.0], [-2.0, 3.0], [4.0, 1.0]])
WEIGHT, BIAS = torch.tensor([[0.5, -1.0], [1.0, 2.0]]), torch.tensor([0.5, -1.0])


def trained(train: Train, lr: float, epochs: int, **keywords: int) -> tuple[Tensor, Tensor, list[float], list[str]]:
    """What a training returns and prints; the parameters are made anew, since it may change them."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        start = WEIGHT.clone().requires_grad_(), BIAS.clone().requires_grad_()
        weight, bias, history = train(X, Y, *start, lr, epochs, **keywords)
    return weight.detach(), bias.detach(), history, out.getvalue().splitlines()


def expected(lr: float, epochs: int) -> tuple[Tensor, Tensor, list[float]]:
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


def test_parameters(train: Train) -> None:
    """No epoch, one, two and seven, with several learning rates."""
    for lr, epochs in ((0.1, 0), (0.1, 1), (0.1, 2), (0.05, 7), (0.0, 3)):
        weight, bias, _losses = expected(lr, epochs)
        found = trained(train, lr, epochs)
        assert torch.allclose(found[0], weight, atol=1e-4)
        assert torch.allclose(found[1], bias, atol=1e-4)


def test_history(train: Train) -> None:
    """One float an epoch, of the loss before its step."""
    for epochs in (0, 1, 5):
        history = trained(train, 0.1, epochs)[2]
        losses = expected(0.1, epochs)[2]
        assert len(history) == epochs
        for found, right in zip(history, losses, strict=True):
            assert isinstance(found, float)
            assert abs(found - right) < 1e-4


def test_log(train: Train) -> None:
    """The right epochs, with their losses, in the right form."""
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
            start, loss = line.split(" loss = ")
            assert start == f"{epoch}/{epochs}"
            assert len(loss.partition(".")[2]) == 5
            assert abs(float(loss) - losses[epoch - 1]) < 1e-4


def test_log_every_hundredth_epoch(train: Train) -> None:
    """Without log_every, twelve epochs log the first and the last."""
    assert [line.partition(" ")[0] for line in trained(train, 0.01, 12)[3]] == ["1/12", "12/12"]
