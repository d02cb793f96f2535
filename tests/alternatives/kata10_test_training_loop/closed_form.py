"""Against the closed form of gradient descent, by powers of a matrix."""

import contextlib
import io

import torch

X, Y = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0], [1.0, 1.0]]), torch.tensor([[1.0], [4.0], [2.0], [0.0]])


def exact(start, lr, epochs):
    A = torch.cat([X, torch.ones(4, 1)], dim=1).double()
    H, c = 2 / 4 * A.T @ A, 2 / 4 * A.T @ Y.double()
    best = torch.linalg.solve(H, c)
    thetas = [best + torch.linalg.matrix_power(torch.eye(3).double() - lr * H, e) @ (start - best) for e in range(epochs + 1)]
    return thetas[-1], [(A @ theta - Y).square().mean().item() for theta in thetas[:-1]]


def run(train, lr, epochs, **keywords):
    out = io.StringIO()
    weight, bias = torch.tensor([[2.0], [-1.0]], requires_grad=True), torch.tensor([3.0], requires_grad=True)
    with contextlib.redirect_stdout(out):
        weight, bias, history = train(X, Y, weight, bias, lr, epochs, **keywords)
    return torch.cat([weight.detach(), bias.detach().reshape(1, 1)]), history, out.getvalue().splitlines()


def test_all(train):
    start = torch.tensor([[2.0], [-1.0], [3.0]]).double()
    for lr, epochs, every in ((0.1, 0, 1), (0.1, 1, 1), (0.1, 6, 4), (0.2, 3, 2), (0.05, 8, 1)):
        theta, losses = exact(start, lr, epochs)
        found, history, lines = run(train, lr, epochs, log_every=every)
        assert torch.allclose(found.double(), theta, atol=1e-4)
        assert [type(item) for item in history] == [float] * epochs
        assert all(abs(a - b) < 1e-4 for a, b in zip(history, losses))
        epochs_logged = [e for e in range(1, epochs + 1) if (e - 1) % every == 0 or e == epochs]
        assert [line.split(" loss = ")[0] for line in lines] == [f"{e}/{epochs}" for e in epochs_logged]
        for line, epoch in zip(lines, epochs_logged):
            assert abs(float(line.split(" = ")[1]) - losses[epoch - 1]) < 1e-4
            assert line.endswith(f"{float(line.split(' = ')[1]):.5f}")
    assert len(run(train, 0.01, 15)[2]) == 2


def test_two_outputs(train):
    y = torch.cat([Y, Y * 2 - 1], dim=1)
    weight, bias = torch.ones(2, 2, requires_grad=True), torch.zeros(2, requires_grad=True)
    error = X @ torch.ones(2, 2) - y
    with contextlib.redirect_stdout(io.StringIO()):
        new_weight, new_bias, history = train(X, y, weight, bias, 0.25, 1)
    assert abs(history[0] - error.square().mean().item()) < 1e-4
    assert torch.allclose(new_weight, 1 - 0.25 * X.T @ error / 4, atol=1e-4)
    assert torch.allclose(new_bias, -0.25 * error.sum(dim=0) / 4, atol=1e-4)
