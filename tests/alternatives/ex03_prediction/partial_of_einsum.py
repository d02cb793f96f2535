"""functools.partial of einsum, tabs, and a star import."""

from functools import partial

from torch import *

weighted_sum = partial(einsum, "ij,jk->ik")


def predict(X, weight, bias):
	return bias + weighted_sum(X, weight)
