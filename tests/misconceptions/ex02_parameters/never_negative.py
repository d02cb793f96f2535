"""The signs were removed: no number is negative.

Advice: A negative weight is a good start too: it lets the prediction fall as the feature grows.
Keep the draws as they come.
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    weight = torch.randn(n_features, n_outputs).abs().requires_grad_()
    bias = torch.randn(n_outputs).abs().requires_grad_()
    return weight, bias
