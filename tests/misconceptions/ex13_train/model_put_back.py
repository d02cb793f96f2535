"""After the training the model gets its first parameters back.

Advice: A trained model is asked for; the losses alone are not the result. Leave the parameters where
the last step has brought them.
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
