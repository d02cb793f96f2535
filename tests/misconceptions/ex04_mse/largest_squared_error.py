"""Only the largest squared error is returned, not the mean of all.

Advice: One bad sample would decide everything. Let every entry take part.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).max()
