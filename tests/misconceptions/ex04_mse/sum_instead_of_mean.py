"""The squared errors are summed, but not divided by how many there are.

Advice: A sum grows with every sample you add. How can the loss of 3 samples be compared with that
of 3,000?
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).sum()
