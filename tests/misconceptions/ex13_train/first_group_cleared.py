"""Only the optimizer's first group of parameters has its gradients cleared; in the others they pile up.

Advice: An optimizer can have several groups. Its own zero_grad() clears them all.
"""

FAILS = {"any_parts"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        for parameter in optimizer.param_groups[0]["params"]:
            parameter.grad = None
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
