"""The sum is divided by 3, which is the number of samples in the study hours, not in the data that is given.

Advice: The tensors know how many entries they have; ask them instead of writing the number down.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).sum() / 3
