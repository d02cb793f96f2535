"""The loss is a closure made by another function; torch.nn is imported but not used."""

import torch
import torch.nn as nn
import torch.nn.functional as F


def make_loss(X, y):
    def loss(weight, bias):
        return torch.mean((X @ weight + bias - y) ** 2)

    return loss


autograd_gradients = lambda X, y, w, b: torch.autograd.grad(make_loss(X, y)(w, b), (w, b))
