"""The step comes before backward(), so it uses the gradients of the epoch before.

Advice: A step needs the gradients of the loss just computed. Which line has to come first?
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.step()
        optimizer.zero_grad()
        loss.backward()
        history.append(loss.item())
    return history
