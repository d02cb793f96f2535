"""The inputs are centred in place at the end, so the caller gets different numbers back.

Advice: The caller goes on using these numbers. Compute what you want to look at into a new tensor.
"""

FAILS = {"train"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    inputs.sub_(inputs.mean(dim=0))
    print("farthest from the mean:", inputs.abs().max().item())
    return history
