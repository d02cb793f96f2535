"""The errors are added up first, and only their sum is squared.

Advice: Errors of opposite sign cancel in a sum. Square each error on its own before you add.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return (pred - y).sum() ** 2 / y.numel()
