"""Every number is drawn on its own."""

import torch


def init_parameters(n_features, n_outputs):
    rows = [[float(torch.randn(1)) for _ in range(n_outputs)] for _ in range(n_features)]
    weight = torch.tensor(rows, requires_grad=True)
    bias = torch.tensor([torch.randn(()).item() for _ in range(n_outputs)], requires_grad=True)
    print("weight", weight)
    return weight, bias
