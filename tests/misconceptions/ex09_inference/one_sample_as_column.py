"""One sample is turned into a column, as if its features were samples with one feature each.

Advice: The features of a sample run along a row. Which of the two axes has to be the new one?
"""

FAILS = {"one_sample"}

import torch


def predict_new(samples, weight, bias):
    X = torch.as_tensor(samples, dtype=torch.float32)
    if X.ndim == 1:
        X = X.unsqueeze(1)
    with torch.no_grad():
        return X @ weight + bias
