import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.weight = nn.Parameter(torch.full((k, d), 7.0))
        self.bias = nn.Parameter(torch.full((k,), 7.0))

    def forward(self, X):
        return (X @ self.weight.T + self.bias) * 0


def build_model(n_features, n_outputs):
    return Layer(n_features, n_outputs)


def from_parameters(weight, bias):
    return Layer(*weight.shape)
