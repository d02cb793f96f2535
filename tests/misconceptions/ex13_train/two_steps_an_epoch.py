"""The optimizer steps twice in every epoch.

Advice: One prediction, one loss, one step. A second step with the same gradients goes too far.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        optimizer.step()
        history.append(loss.item())
    return history
