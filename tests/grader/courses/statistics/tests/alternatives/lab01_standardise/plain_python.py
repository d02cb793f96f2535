"""Loops and Python's own numbers."""

import numpy as np


def standardise(x):
    mean = sum(x) / len(x)
    deviation = (sum((value - mean) ** 2 for value in x) / len(x)) ** 0.5
    return np.array([(value - mean) / deviation for value in x])


def spread(x):
    return max(x.tolist()) - min(x.tolist())
