"""One epoch is missing: the loop counts from 1 to epochs - 1.

Advice: range stops before its end. Count how often the body runs for epochs=1.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(1, epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
