"""torch's default dtype is changed for the whole program.

Advice: A setting made inside a function stays in force after it. float32 inputs give a float32
prediction without any setting.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    torch.set_default_dtype(torch.float64)
    return X @ weight + bias
