"""The losses in the history are rounded.

Advice: Rounding is for printing. The history keeps the loss as it is.
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
        history.append(round(loss.item(), 2))
    return history
