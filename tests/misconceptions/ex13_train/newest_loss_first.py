"""The history is in the wrong order: the last loss comes first.

Advice: Item 0 is the loss before the first update. Check at which end you add a new loss.
"""

FAILS = {"history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.insert(0, loss.item())
    return history
