"""Calls itself for the epochs that are left."""


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    if epochs == 0:
        return []
    optimizer.zero_grad()
    loss = loss_fn(model(inputs), targets)
    loss.backward()
    optimizer.step()
    return [loss.item()] + train(inputs, targets, epochs - 1, model, loss_fn, optimizer)
