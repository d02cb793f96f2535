"""The history holds the mean of all losses so far, not the loss of each epoch.

Advice: A running total belongs to training in small batches. Here each epoch has one loss; keep that.
"""

FAILS = {"history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    total = 0.0
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
        history.append(total / (epoch + 1))
    return history
