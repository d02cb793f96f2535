"""The loss is half the mean squared error.

Advice: Some books put 1/2 before the sum to make the derivative tidy. The formula of this page has
no such factor.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).mean() / 2
