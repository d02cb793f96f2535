"""The function asks for model.weight, which not every model has.

Advice: A model is called like a function and computes the prediction itself, and the optimizer clears
the gradients of all that it updates. Then any model will do.
"""

FAILS = {"any_parts"}

def train(inputs, targets, epochs, model, loss_fn, optimizer):
    model.weight.grad = None
    model.bias.grad = None
    history = []
    for epoch in range(epochs):
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return history
