"""Training stops as soon as the loss is higher than before.

Advice: Exactly `epochs` steps are asked for. A loss that grows is something the caller wants to see.
"""

FAILS = {"train", "history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
        if epoch > 0 and history[-1] > history[-2]:
            break
    return history
