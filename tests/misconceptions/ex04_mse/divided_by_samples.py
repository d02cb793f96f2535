"""The sum is divided by the number of samples; with several outputs there are more entries than that.

Advice: Count the squares that you added up: n rows of k outputs each. A mean divides by that count.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).sum() / len(y)
