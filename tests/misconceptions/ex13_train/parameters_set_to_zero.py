"""After each step the parameters themselves are set to 0 instead of their gradients.

Advice: What should be cleared is the .grad of each parameter. Its numbers are what has been
learned.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        for parameter in model.parameters():
            parameter.data.zero_()
        history.append(loss.item())
    return history
