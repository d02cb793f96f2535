"""The sum is divided by one less than the number of entries, as an estimate of a variance is.

Advice: A mean divides by how many there are: all n * k entries.
"""

FAILS = {"mean", "gradient_flow"}



def mse_loss(pred, y):
    sq = (pred - y) ** 2
    return sq.sum() / (sq.numel() - 1)
