"""autograd.grad with create_graph: the gradients returned track gradients themselves."""

import torch


def autograd_gradients(X, y, weight, bias):
    loss = torch.sum((X @ weight + bias - y) ** 2) / y.numel()
    return torch.autograd.grad(loss, [weight, bias], create_graph=True)
