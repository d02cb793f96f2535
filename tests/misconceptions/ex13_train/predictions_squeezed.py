"""Axes of size 1 are removed from predictions or targets, and the two no longer match.

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
