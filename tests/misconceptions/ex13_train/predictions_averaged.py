"""The predictions are averaged before the loss, so each target is compared with the same number.

Advice: Every prediction has its own target. Give them to the loss as the model returns them.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = torch.mean(model(inputs))
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
