"""The mean of the errors is squared, instead of the errors before the mean.

Advice: Errors of -5 and +5 have the mean 0, and 0 squared is 0. Which operation has to come first?
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return (pred - y).mean() ** 2
