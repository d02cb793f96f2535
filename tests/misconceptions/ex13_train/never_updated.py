"""The parameters never change: no step finds any gradients of this model.

Advice: In each epoch, backward() comes before step(), nothing is cleared in between, both are
called with brackets, and the model is the one that the optimizer knows.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        history.append(loss.item())
    return history
