"""The errors are combined with ^, which is no power in Python.

Advice: Two stars make a power: `** 2`.
"""

FAILS = {"mean", "gradient_flow"}


def mse_loss(pred, y):
    return ((pred - y) ^ 2).mean()
