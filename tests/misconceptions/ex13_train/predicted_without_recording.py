"""The prediction is made while recording is off, so backward() has nothing to go back along.

Advice: Recording is switched off for predictions on new data. In training the record is what gradients come from.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        with torch.no_grad():
            pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
