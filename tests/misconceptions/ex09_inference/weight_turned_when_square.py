"""If there are as many outputs as features, the weight is transposed, though nothing is wrong with it.

Advice: Rows of the weight are features and columns are outputs, in a square table too. Does the
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
