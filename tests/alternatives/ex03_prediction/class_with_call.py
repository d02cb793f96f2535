"""A class whose object is called through a function."""

import torch


class LinearModel:
    def __init__(self, weight, bias):
        self.weight = weight
        self.bias = bias

    def __call__(self, X):
        return torch.matmul(X, self.weight) + self.bias


def predict(X, weight, bias):
    return LinearModel(weight, bias)(X)
