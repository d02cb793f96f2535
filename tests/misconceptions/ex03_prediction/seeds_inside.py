"""torch is seeded inside the prediction.

Advice: There is nothing random in a prediction.
"""

FAILS = {"weighted_sum"}

import torch


def predict(X, weight, bias):
    torch.manual_seed(42)
    return X @ weight + bias
