"""The history holds strings, not numbers.

Advice: Formatting is for printing. Keep the float and format it where you print it.
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
        history.append(f"{loss.item():.5f}")
    return history
