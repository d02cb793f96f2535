"""The size of the parameters is added to the loss as a penalty.

Advice: A penalty changes what is minimised. The loss is what loss_fn returns, nothing more.
"""

FAILS = {"train", "any_parts", "history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        loss = loss + 0.01 * sum((parameter**2).sum() for parameter in model.parameters())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
