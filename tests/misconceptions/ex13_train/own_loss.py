"""The given loss is not used: the function always takes the mean squared error.

Advice: Which loss is minimised is up to the caller. Use the one that comes in.
"""

FAILS = {"any_parts"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = torch.mean((pred - targets) ** 2)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
