"""Star import, and tabs for indentation."""

from torch import *


def predict_new(samples, weight, bias):
	X = as_tensor(samples, dtype=float32)
	if X.ndim == 1:
		X = X.unsqueeze(0)
	with no_grad():
		return mm(X, weight) + bias
