"""The function switches gradient recording off at the end and leaves it off.

Advice: No later training could differentiate its loss. Leave the grad mode as you found it.
"""

FAILS = {"train"}

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
    torch.set_grad_enabled(False)  # training is over
    return history
