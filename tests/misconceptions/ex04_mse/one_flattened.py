"""Predictions or targets are flattened, so their shapes no longer fit each other: each prediction is compared with every target, where that is possible at all.

Advice: pred and y come with the same shape (n, k): subtract them as they are.
"""

FAILS = {"mean", "gradient_flow"}



def mse_loss(pred, y):
    y = y.flatten()
    return ((pred - y) ** 2).mean()
