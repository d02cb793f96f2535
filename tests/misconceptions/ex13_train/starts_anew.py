"""The model is given new random parameters before the training.

Advice: Training goes on from where the model is. A fresh start is up to the caller.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    for layer in model.modules():
        if hasattr(layer, "reset_parameters"):
            layer.reset_parameters()
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
