"""The sum is divided by the number of outputs, not by the number of all entries.

Advice: Ask how many squares were added up. The second number of the shape is only one side of that
table.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).sum() / y.shape[1]
