"""Names come from a star import."""

from torch import *


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = mean(square(sub(matmul(X, weight) + bias, y)))
        history.append(loss.item())
        slope_weight, slope_bias = autograd.grad(outputs=loss, inputs=(weight, bias))
        with no_grad():
            weight -= lr * slope_weight
            bias -= lr * slope_bias
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
