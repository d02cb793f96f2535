"""The gradients are never cleared, so each epoch adds its own to all the earlier ones.

Advice: backward() adds to what is there. A step should see the gradients of its own epoch only.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
