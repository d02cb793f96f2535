"""The loop always runs 100 times, whatever epochs says.

Advice: The number of epochs is an argument. See where yours is used.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(100):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
