"""The training is done on a copy of the model, so the model that was passed in keeps its first parameters.

Advice: A trained model is asked for; the losses alone are not the result. Train the model that was
passed in, with the optimizer that was passed in.
"""

FAILS = {"train", "any_parts", "clean_start"}

import copy


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    model, optimizer = copy.deepcopy((model, optimizer))
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
