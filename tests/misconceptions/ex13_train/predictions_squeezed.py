"""Axes of size 1 are removed from the predictions, and they no longer match the targets.

Advice: Shapes (n,) and (n, 1) are stretched to (n, n). Leave predictions and targets as they come.
"""

FAILS = {"train", "history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs).squeeze()
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
