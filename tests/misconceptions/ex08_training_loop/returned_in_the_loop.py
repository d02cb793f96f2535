"""The return is inside the loop, so the training ends after the first epoch.

Advice: Look at how far the return is indented. It should come after the loop.
"""

FAILS = {"train", "history", "log"}


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(epochs):
        loss = ((X @ weight + bias - y) ** 2).mean()
        loss.backward()
        history.append(loss.item())
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {loss.item():.5f}")
        weight = (weight - lr * weight.grad).detach().requires_grad_()
        bias = (bias - lr * bias.grad).detach().requires_grad_()
        return weight, bias, history
    return weight, bias, history
