"""A second call continues the list of the first one.

Advice: A list that is a default value is made once, for all calls. Make a new one inside the
function.
"""

FAILS = {"history"}


def train(inputs, targets, epochs, model, loss_fn, optimizer, history=[]):
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
