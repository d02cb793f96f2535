"""The prediction is computed with model.weight and model.bias, which only a single layer has.

Advice: A model is called like a function, and knows itself what to compute. Then any model will do.
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
