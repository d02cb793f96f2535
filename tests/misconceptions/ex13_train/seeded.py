"""The function seeds torch's generator.

Advice: Nothing is drawn here, and seeding changes every number drawn afterwards.
"""

FAILS = {"train"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    torch.manual_seed(0)
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
