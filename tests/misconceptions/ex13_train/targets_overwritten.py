"""The targets are overwritten with the errors at the end.

Advice: A method whose name ends in an underscore changes its tensor. Compute the errors into a new one.
"""

FAILS = {"train"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    errors = targets.sub_(model(inputs).detach())
    print("largest error:", errors.abs().max().item())
    return history
