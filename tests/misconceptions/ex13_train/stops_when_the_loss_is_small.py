"""Training stops as soon as the loss is below a limit.

Advice: Exactly `epochs` steps are asked for, and as many losses, even when there is nothing left to learn.
"""

FAILS = {"history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
        if loss.item() < 1e-4:
            break
    return history
