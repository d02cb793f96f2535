"""The function asks for model.weight, which not every model has.

Advice: A model is called like a function and computes the prediction itself, and the optimizer clears
the gradients of all that it updates. Then any model will do.
"""

FAILS = {"any_parts"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = inputs @ model.weight.T + model.bias
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
