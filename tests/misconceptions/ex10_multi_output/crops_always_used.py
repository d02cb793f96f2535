"""The training runs on the crops written in the file, whatever lists it is given.

Advice: Look at where the X and y of your loop come from: they should be made from the two
arguments.
"""

FAILS = {"fit"}

import torch

environs = [[73, 67, 43], [91, 88, 64], [87, 134, 58], [102, 43, 37], [69, 96, 70]]
yields = [[56, 70], [81, 101], [119, 133], [22, 37], [103, 119]]
X = torch.tensor(environs, dtype=torch.float32)
y = torch.tensor(yields, dtype=torch.float32)


def fit(features, targets, lr, epochs):
    weight = torch.randn(len(features[0]), len(targets[0]), requires_grad=True)
    bias = torch.randn(len(targets[0]), requires_grad=True)
    history = []
    for epoch in range(epochs):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
