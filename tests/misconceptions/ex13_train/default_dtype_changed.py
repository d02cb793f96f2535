"""The function changes torch's default dtype and leaves it changed.

Advice: Every tensor that is made later is affected. The data decides which dtype is used; nothing
has to be set.
"""

FAILS = {"train"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    torch.set_default_dtype(torch.float64)
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
