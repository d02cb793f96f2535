"""Lets the model clear its gradients, in train mode and back in eval mode at the end."""

import torch.nn as nn


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    model.train()
    history = []
    count = 0
    while count < epochs:
        model.zero_grad()
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        history.append(float(loss.detach()))
        optimizer.step()
        count += 1
    model.eval()
    return history
