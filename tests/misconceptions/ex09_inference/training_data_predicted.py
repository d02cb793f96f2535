"""The prediction is made for the training data; the new samples are never used.

Advice: Look at which X is in the formula, and where it comes from. The function should use only
what it is given.
"""

FAILS = {"prediction", "one_sample"}

import torch

X_train = torch.tensor([[1], [2], [3]], dtype=torch.float32)


def predict_new(samples, weight, bias):
    with torch.no_grad():
        return X_train @ weight + bias
