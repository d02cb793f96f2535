"""Updates through `.data`, clears before backward, and prints now and then."""

import torch


def fit(features, targets, lr, epochs):
    X, y = (torch.FloatTensor(rows) for rows in (features, targets))
    weight = torch.randn((X.size(1), y.size(1)), requires_grad=True)
    bias = torch.randn((y.size(1),), requires_grad=True)

    def model(X):
        return X @ weight + bias

    history = []
    for epoch in range(epochs):
        weight.grad, bias.grad = None, None
        loss = torch.mean(torch.square(y - model(X)))
        loss.backward()
        history += [float(loss.detach())]
        weight.data = weight.data - lr * weight.grad
        bias.data = bias.data - lr * bias.grad
        if epoch % 100 == 0 or epoch == epochs - 1:
            print(f"{epoch + 1:04d}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
