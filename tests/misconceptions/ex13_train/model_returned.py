"""The model is returned, not the list of losses.

Advice: The model is trained in place, so nobody needs it back: return the history.
"""

FAILS = {"history"}



def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return model
