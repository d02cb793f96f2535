"""Only the last loss is returned, not the list of all losses.

Advice: The list of losses shows how the training went. Keep each of them, and think of epochs=0.
"""

FAILS = {"history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()
