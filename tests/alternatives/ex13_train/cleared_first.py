"""Clears at the beginning of every epoch."""


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
