"""A weight with as many outputs as features is turned, though nothing is wrong with it.

Advice: Rows of weight stand for features, columns for outputs, also in a square table. Does the
product with X ever need another order?
"""

FAILS = {"prediction", "one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.dim() == 1:
        X = X.unsqueeze(0)
    if weight.shape[1] == X.shape[1]:
        weight = weight.T
    with torch.no_grad():
        return X @ weight + bias
