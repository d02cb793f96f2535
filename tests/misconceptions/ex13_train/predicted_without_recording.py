"""The way from the model's parameters to the loss is cut, so backward() has nothing to go back along.

Advice: detach(), item() and torch.no_grad() cut it. Recording is switched off for predictions on
new data; in training the record is what gradients come from.
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
