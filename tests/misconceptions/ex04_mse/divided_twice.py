"""The mean is taken, and then divided by the number of samples once more.

Advice: The mean has already divided by the number of entries. Which of the two divisions is one too
many?
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).mean() / len(y)
