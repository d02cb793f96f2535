"""The learning rate shrinks from epoch to epoch, which nobody asked for.

Advice: The optimizer is used as given. A caller who wants a smaller lr later on changes it outside.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.95)
    history = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        optimizer.step()
        scheduler.step()
        history.append(loss.item())
    return history
