"""There is one epoch too many: the loop runs epochs + 1 times.

Advice: range(n) already gives n numbers, starting at 0. Count how often the body runs for epochs=1.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs + 1):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
