"""A star import, and tabs for indentation."""

from torch import *


def manual_gradients(X, y, weight, bias, factor=2):
	errors = matmul(X, weight) + bias - y
	if errors.numel() == 0:
		return zeros_like(weight), zeros_like(bias)
	grad_weight = factor * matmul(X.T, errors) / errors.numel()
	grad_bias = factor * sum(errors, dim=0) / errors.numel()
	return grad_weight, grad_bias
