"""Imports everything from torch, and clones the data first."""

from torch import *


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    inputs, targets = clone(inputs), clone(targets)
    history = []
    for epoch in arange(epochs):
        optimizer.zero_grad()
        loss = loss_fn(model(inputs), targets)
        loss.backward(ones_like(loss))
        optimizer.step()
        history.extend([loss.item()])
    return history
