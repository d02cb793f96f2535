"""The loss is turned into a plain number before backward(), which only a tensor has.

Advice: Keep the tensor for backward() and take the number out of it only for the history.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets).item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss)
    return history
