"""The study hours written into the file are used, not the data that was given.

Advice: Your function gets `X` and `y`. Does anything in it use them?
"""

FAILS = {"gradients"}

import torch

X_train = torch.tensor([[1.0], [2.0], [3.0]])
y_train = torch.tensor([[20.0], [40.0], [60.0]])


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    loss = torch.mean((X_train @ weight + bias - y_train) ** 2)
    loss.backward()
    return weight.grad, bias.grad
