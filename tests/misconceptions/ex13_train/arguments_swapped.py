"""The loss gets the targets first and the prediction second.

Advice: For the MSE the order makes no difference; for other losses it does: prediction first, then
target.
"""

FAILS = {"any_parts"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(targets, pred)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
