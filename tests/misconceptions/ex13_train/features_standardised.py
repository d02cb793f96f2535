"""The features are scaled before the training, so the model learns on other numbers.

Advice: A model that is trained on scaled features needs scaled features ever after. Use the inputs
as they are.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    inputs = (inputs - inputs.mean(dim=0)) / (inputs.std(dim=0) + 1e-8)
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
