"""The deviation is that of a sample, with n - 1.

Advice: Here the mean is over all n squared differences: `np.std(x)` without `ddof`.
"""

import numpy as np

FAILS = {"scores"}


def standardise(x):
    return (x - x.mean()) / np.std(x, ddof=1)


def spread(x):
    return x.max() - x.min()
