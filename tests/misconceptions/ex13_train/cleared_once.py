"""The gradients are cleared once, before the loop, and pile up from the second epoch on.

Advice: backward() adds in every epoch, so every epoch has to clear.
"""

FAILS = {"train", "any_parts", "history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    optimizer.zero_grad()
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
