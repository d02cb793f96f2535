"""Each row gets a step of its own, so an epoch is as many steps as there are rows.

Advice: All rows go through the model at once. Then there is one loss and one step per epoch.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        losses = []
        for row, target in zip(inputs, targets):
            loss = loss_fn(model(row), target)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history
