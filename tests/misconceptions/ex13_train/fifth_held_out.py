"""Only the first rows are trained on, 0.8 of all; the others are held out.

Advice: An epoch uses all rows.
"""

FAILS = {"train", "any_parts", "history", "clean_start"}



def train(inputs, targets, epochs, model, loss_fn, optimizer):
    cut = int(0.8 * len(inputs))
    train_x, train_y = inputs[:cut], targets[:cut]
    history = []
    for epoch in range(epochs):
        pred = model(train_x)
        loss = loss_fn(pred, train_y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    return history
