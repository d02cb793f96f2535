"""nn.Parameter makes new parameters, so gradients do not reach the given ones.

Advice: The tensors that you are given can already be learned, and nothing from torch.nn is to be
used here. Calculate with weight and bias themselves.
"""

FAILS = {"weighted_sum", "gradient_flow"}

from torch.nn import Parameter


def predict(X, weight, bias):
    return X @ Parameter(weight) + Parameter(bias)
