"""What the last epoch left is used after the loop, and without an epoch there is nothing.

Advice: A name that is set in the loop exists only if the loop runs. Try `epochs=0`.
"""

FAILS = {"zero_epochs"}

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
    final_loss = loss.item()
    print(f"training finished, last loss {final_loss:.5f}")
    return weight, bias, history
