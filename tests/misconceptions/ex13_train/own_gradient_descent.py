"""The lr of the given optimizer is used, but each step is made by hand as plain gradient descent.

Advice: Adam and momentum take other steps than lr times the gradient. Only the optimizer knows how;
let it step.
"""

FAILS = {"any_parts"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        lr = optimizer.param_groups[0]["lr"]
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= lr * parameter.grad
        history.append(loss.item())
    return history
