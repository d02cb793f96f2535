"""Clears once before the loop and then at the end of every epoch, setting to zero instead of None."""


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    losses = list()
    optimizer.zero_grad(set_to_none=False)
    for epoch in range(1, epochs + 1):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        losses += [loss.item()]
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=False)
        if epoch % 100 == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {losses[-1]:.5f}")
    return losses
