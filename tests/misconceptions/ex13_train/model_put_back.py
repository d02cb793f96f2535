"""The history is that of a training, but the model that was passed in still has its first parameters.

Advice: A trained model is asked for; the losses alone are not the result. Train the model that was
passed in, not a copy, and do not put its first parameters back.
"""

FAILS = {"train", "any_parts", "clean_start"}

import copy


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    start = copy.deepcopy(model.state_dict())
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    model.load_state_dict(start)
    return history
