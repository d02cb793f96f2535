"""The log by a regular expression; the training by autograd of its own."""

import contextlib
import io
import re

import torch

X = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
Y = torch.tensor([[2.0, 1.0], [0.0, -1.0], [4.0, 3.0]])
LINE = re.compile(r"(\d+)/(\d+) loss = (\d+\.\d{5})")


def start():
    return torch.tensor([[1.0, 0.5], [-2.0, 1.5]], requires_grad=True), torch.tensor([0.25, -1.0], requires_grad=True)


def own(lr, epochs):
    weight, bias = start()
    losses = []
    for _ in range(epochs):
        loss = torch.nn.functional.mse_loss(X @ weight + bias, Y)
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (weight, bias))
        weight, bias = (weight - lr * gw).detach().requires_grad_(), (bias - lr * gb).detach().requires_grad_()
    return weight.detach(), bias.detach(), losses


def test_parameters_and_history(train):
    for lr, epochs in ((0.05, 0), (0.05, 1), (0.05, 2), (0.1, 5)):
        with contextlib.redirect_stdout(io.StringIO()):
            weight, bias, history = train(X, Y, *start(), lr, epochs)
        wanted = own(lr, epochs)
        torch.testing.assert_close(weight.detach(), wanted[0], rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(bias.detach(), wanted[1], rtol=1e-4, atol=1e-4)
        assert all(isinstance(item, float) for item in history)
        torch.testing.assert_close(torch.tensor(history), torch.tensor(wanted[2]), rtol=1e-4, atol=1e-4)


def test_lines(train):
    for epochs, every in ((6, 2), (5, 2), (2, 1), (0, 1), (12, None)):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            keywords = {"log_every": every} if every else {}
            train(X, Y, *start(), 0.05, epochs, **keywords)
        found = [LINE.fullmatch(line) for line in out.getvalue().splitlines()]
        assert None not in found
        wanted = sorted({*range(1, epochs + 1, every or 100), epochs}) if epochs else []
        assert [(int(one[1]), int(one[2])) for one in found] == [(epoch, epochs) for epoch in wanted]
        losses = own(0.05, epochs)[2]
        assert all(abs(float(one[3]) - losses[int(one[1]) - 1]) < 1e-4 for one in found)
