"""The errors are averaged without being squared, so positive and negative ones cancel.

Advice: What would your loss be for one error of -5 and one of +5? Something must remove the sign
first.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return (pred - y).mean()
