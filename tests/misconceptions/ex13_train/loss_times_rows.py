"""Each loss in the history is multiplied by the number of rows.

Advice: That is done to add up small batches. Here the loss covers all rows already.
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
        history.append(loss.item() * len(inputs))
    return history
