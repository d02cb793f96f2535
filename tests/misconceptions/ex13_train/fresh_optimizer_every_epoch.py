"""A new optimizer is made in every epoch, so what it should remember is lost.

Advice: Momentum and Adam keep numbers from step to step. Use the one optimizer that was given
throughout.
"""

FAILS = {"any_parts"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    settings = {k: v for k, v in optimizer.param_groups[0].items() if k in ("lr", "momentum")}
    history = []
    for epoch in range(epochs):
        optimizer = type(optimizer)(model.parameters(), **settings)
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
