"""Both sums by einsum."""

import torch


def manual_gradients(X, y, weight, bias):
    slope = 2 * (torch.einsum("nd,dk->nk", X, weight) + bias - y) / y.numel()
    return torch.einsum("nd,nk->dk", X, slope), torch.einsum("nk->k", slope)
