"""Names come from a star import, which hides Python's own `range`; a while loop does without it."""

from torch import *


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    while len(history) < epochs:
        epoch = len(history)
        loss = mean(square(sub(matmul(X, weight) + bias, y)))
        history.append(loss.item())
        loss.backward()
        with no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = zeros_like(weight)
        bias.grad = zeros_like(bias)
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
