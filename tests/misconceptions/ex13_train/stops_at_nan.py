"""The training ends as soon as the loss is inf or nan, before all epochs are done.

Advice: Such a loss tells the caller that lr is far too large. How long should the history be, whatever the losses
are?
"""

FAILS = {"history"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        loss = loss_fn(model(inputs), targets)
        if not torch.isfinite(loss):
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
