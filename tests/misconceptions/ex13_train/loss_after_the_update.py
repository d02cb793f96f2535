"""The history holds the loss after each update, not before it.

Advice: Keep the loss that backward() starts from; there is no need to predict again.
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
        history.append(loss_fn(model(inputs), targets).item())
    return history
