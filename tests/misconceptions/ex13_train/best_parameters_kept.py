"""After the training the parameters with the lowest loss seen are put back, not the last ones.

Advice: The loss is measured before the update, so the last update is always lost. Leave the model as the last step left it.
"""

FAILS = {"train", "any_parts", "clean_start"}

import copy


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    best, lowest = copy.deepcopy(model.state_dict()), float("inf")
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        if loss.item() < lowest:
            best, lowest = copy.deepcopy(model.state_dict()), loss.item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.load_state_dict(best)
    return history
