"""The function overwrites the given optimizer's learning rate.

Advice: The optimizer comes with its lr. The function needs none of its own.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    lr = 0.01
    for group in optimizer.param_groups:
        group["lr"] = lr
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
