"""The losses are returned as one tensor, not as a list.

Advice: A list of Python floats is asked for. It is what you have before you make a tensor of it.
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
        history.append(loss.item())
    return torch.tensor(history)
