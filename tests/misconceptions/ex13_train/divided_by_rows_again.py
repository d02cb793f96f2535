"""The loss is divided by the number of rows once more before backward().

Advice: Averaging is up to the loss function. Start backward() from the loss as it is.
"""

FAILS = {"train", "any_parts", "history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        (loss / len(inputs)).backward()
        optimizer.step()
        history.append(loss.item())
    return history
