"""What the optimizer remembers is cleared when a call begins, so a second call does not go on from the first.

Advice: Momentum and Adam keep numbers from step to step, also from one call to the next. Clear gradients, nothing else.
"""

from collections import defaultdict

FAILS = {"any_parts"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    optimizer.state = defaultdict(dict)
    history = []
    for epoch in range(epochs):
        loss = loss_fn(model(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
