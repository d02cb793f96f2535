"""The history has one loss too many: the one after the last update.

Advice: One loss belongs to each epoch, so there are as many losses as epochs.
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
        history.append(loss.item())
    history.append(loss_fn(model(inputs), targets).item())
    return history
