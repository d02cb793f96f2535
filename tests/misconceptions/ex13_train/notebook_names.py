"""The function uses X_train and y_train from a notebook, not its own arguments.

Advice: Names from another cell do not exist here. Everything that is needed comes in as an argument.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    for epoch in range(epochs):
        pred = model(X_train)
        loss = loss_fn(pred, y_train)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
