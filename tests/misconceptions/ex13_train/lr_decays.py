"""The learning rate shrinks from epoch to epoch, which nobody asked for.

Advice: The optimizer is used as given. A caller who wants a smaller lr later on changes it outside.
"""

FAILS = {"train", "any_parts", "history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] *= 0.95
        history.append(loss.item())
    return history
