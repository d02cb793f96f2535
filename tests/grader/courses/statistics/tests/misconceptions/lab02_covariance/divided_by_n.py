"""The products are divided by n.

Advice: Divide by one less, n - 1.
"""

FAILS = {"matrix"}


def covariance(X):
    centered = X - X.mean(dim=0)
    return centered.T @ centered / len(X)
