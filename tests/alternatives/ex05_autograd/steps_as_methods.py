"""A class holds the data and has a method for each step."""

import torch


class Problem:
    def __init__(self, X, y):
        self.X = X
        self.y = y

    def predict(self, weight, bias):
        return self.X @ weight + bias

    def loss(self, weight, bias):
        return (self.predict(weight, bias) - self.y).pow(2).mean()

    def gradients(self, weight, bias):
        return torch.autograd.grad(self.loss(weight, bias), (weight, bias))


def autograd_gradients(X, y, weight, bias):
    return Problem(X, y).gradients(weight, bias)
