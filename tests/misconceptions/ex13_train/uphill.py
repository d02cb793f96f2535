"""The parameters move to where the loss is higher.

Advice: An optimizer already goes against the gradient. Do not flip the sign of the loss.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        (-loss).backward()
        optimizer.step()
        history.append(loss.item())
    return history
