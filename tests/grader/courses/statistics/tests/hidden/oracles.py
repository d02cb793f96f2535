"""Right answers in float64."""

import numpy as np


def standard_scores(x):
    """Each value's distance from the mean, in standard deviations."""
    return (x - np.mean(x)) / np.std(x)


def covariance(X):
    """The covariance matrix of the columns."""
    return np.cov(X, rowvar=False)
