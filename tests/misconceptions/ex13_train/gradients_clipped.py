"""The gradients are cut to a length of at most 1 before each step.

Advice: Clipping makes steps shorter than the optimizer would. Nothing belongs between backward() and step().
"""

FAILS = {"train"}

from torch import nn


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        history.append(loss.item())
    return history
