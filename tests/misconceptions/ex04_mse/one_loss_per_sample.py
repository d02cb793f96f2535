"""There is one loss for each sample, not one number for all.

Advice: You averaged over the outputs only. Training needs a single number for the whole table.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return ((pred - y) ** 2).mean(dim=1)
