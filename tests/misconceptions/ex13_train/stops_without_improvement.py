"""The training ends when the loss has not improved for five epochs, before all epochs are done.

Advice: Stopping early has its uses, but the caller asked for `epochs` steps. How would the caller
notice a loss that keeps growing?
"""

FAILS = {"history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    best = float("inf")
    waited = 0
    for epoch in range(epochs):
        loss = loss_fn(model(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
        if loss.item() < best:
            best = loss.item()
            waited = 0
        else:
            waited += 1
        if waited == 5:
            break
    return history
