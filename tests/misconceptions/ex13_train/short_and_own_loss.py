"""There are two mistakes. One epoch is missing: the loop counts from 1 to epochs - 1. The given loss is not used: the function always takes the mean squared error.

Advice: range stops before its end. Count how often the body runs for epochs=1. Which loss is
minimised is up to the caller. Use the one that comes in.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(1, epochs):
        pred = model(inputs)
        loss = torch.mean((pred - targets) ** 2)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
