"""The history is in the wrong order: the last loss comes first.

Advice: Item 0 is the loss before the first update. See at which end you put a new loss in.
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
