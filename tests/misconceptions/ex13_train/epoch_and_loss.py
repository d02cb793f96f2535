"""Each item of the history is a pair of epoch and loss, not the loss alone.

Advice: The place in the list already says which epoch it is. Keep only the loss.
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
        history.append((epoch + 1, loss.item()))
    return history
