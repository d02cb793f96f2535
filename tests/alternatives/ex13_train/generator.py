"""A generator makes the epochs, the function collects their losses."""


def _epochs(inputs, targets, epochs, model, loss_fn, optimizer):
    for _ in range(epochs):
        for parameter in model.parameters():
            parameter.grad = None
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        optimizer.step()
        yield loss.item()


def train(*parts):
    return list(_epochs(*parts))
