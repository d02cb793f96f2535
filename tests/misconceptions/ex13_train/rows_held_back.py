"""The last fifth of the rows is held back and never trained on.

Advice: Holding rows back to test on is a good habit, but each step here is asked to use all rows.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    n_train = max(1, int(0.8 * len(inputs)))
    inputs, targets = inputs[:n_train], targets[:n_train]
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
