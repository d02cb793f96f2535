"""The model learns from the given loss, but the history holds the mean squared error.

Advice: The history shows how the loss that is minimised falls. Keep the number that backward() starts from.
"""

FAILS = {"history"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(torch.mean((pred - targets) ** 2).item())
    return history
