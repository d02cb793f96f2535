"""The given optimizer is not used: the function makes its own, with its own learning rate.

Advice: The caller has chosen an optimizer and its lr. Let that one clear and step.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    lr = 0.01
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
