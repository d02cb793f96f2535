"""Gradients left over from before the call go into the first step.

Advice: Clearing after the step prepares the next epoch, but nothing has prepared the first. Clear
before backward().
"""

FAILS = {"clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return history
