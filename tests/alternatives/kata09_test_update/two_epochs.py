"""Two epochs in a row, as training makes them."""

import torch

X, Y = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]]), torch.tensor([[20.0, -3.0], [40.0, 5.0], [-60.0, 1.0]])


def train(update, lr, epochs=2):
    weight = torch.tensor([[1.0, -1.0], [2.0, 3.0]], requires_grad=True)
    bias = torch.tensor([0.5, -2.0], requires_grad=True)
    for _ in range(epochs):
        ((X @ weight + bias - Y) ** 2).mean().backward()
        weight, bias = update(weight, bias, lr)
    return weight.detach(), bias.detach()


def by_formula(weight, bias, lr):
    moved = []
    error = X @ weight + bias - Y
    moved.append(weight - lr * 2 / 6 * X.T @ error)
    moved.append(bias - lr * 2 / 6 * error.sum(dim=0))
    return moved


def test_two_epochs(update):
    for lr in (0.03, 0.1, 0.0):
        wanted = torch.tensor([[1.0, -1.0], [2.0, 3.0]]), torch.tensor([0.5, -2.0])
        for _ in range(2):
            wanted = by_formula(*wanted, lr)
        for found, expected in zip(train(update, lr), wanted):
            assert torch.allclose(found, expected, rtol=1e-4, atol=1e-4)


def test_another_backward(update):
    weight, bias = torch.ones(2, 2, requires_grad=True), torch.ones(2, requires_grad=True)
    weight.grad, bias.grad = torch.ones(2, 2), torch.ones(2)
    weight, bias = update(weight, bias, 0.5)
    (2 * weight.sum() + 3 * bias.sum()).backward()
    assert torch.equal(weight.grad, torch.full((2, 2), 2.0))
    assert torch.equal(bias.grad, torch.full((2,), 3.0))
