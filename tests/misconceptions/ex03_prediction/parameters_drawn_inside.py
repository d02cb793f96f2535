"""The function draws a weight and a bias of its own and never uses those that it is given.

Advice: Arguments arrive with their values: leave out the lines that give weight and bias new ones.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch


def predict(X, weight, bias):
    weight = torch.randn(X.shape[1], bias.shape[0], requires_grad=True)
    bias = torch.randn(bias.shape[0], requires_grad=True)
    return X @ weight + bias
