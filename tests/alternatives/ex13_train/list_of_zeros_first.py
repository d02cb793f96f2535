"""Fills a list of the right length; clears each gradient in place, through the optimizer's groups."""

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer, log_every=None):
    history = [0.0] * epochs
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            for parameter in group["params"]:
                if parameter.grad is not None:
                    parameter.grad.zero_()
        with torch.enable_grad():
            loss = loss_fn(model(inputs), targets)
            loss.backward()
        optimizer.step()
        history[epoch] = loss.item()
        if log_every and epoch % log_every == 0:
            print(f"{epoch + 1}/{epochs} - {history[epoch]}")
    return history
