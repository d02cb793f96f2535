"""Only the losses of every hundredth epoch and the last are kept.

Advice: That is the rhythm of a log. The history has an item for every epoch.
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
        if epoch % 100 == 0 or epoch == epochs - 1:
            history.append(loss.item())
    return history
