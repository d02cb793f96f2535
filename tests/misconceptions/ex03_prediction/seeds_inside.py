"""torch is seeded inside the prediction.

Advice: A prediction has nothing random in it.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    torch.manual_seed(42)
    return X @ weight + bias
