"""Only the gradients of weights are cleared; those of the biases pile up.

Advice: A bias has a gradient like any parameter. Let the optimizer clear them all.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        for name, parameter in model.named_parameters():
            if "weight" in name:
                parameter.grad = None
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
