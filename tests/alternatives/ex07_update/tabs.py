"""Indented with tabs; the old tensors are cleared and new ones are returned."""

import torch


def update(weight, bias, lr):
	result = []
	for parameter in (weight, bias):
		result.append(parameter.clone().detach() - lr * parameter.grad)
		parameter.grad.zero_()
	for parameter in result:
		parameter.requires_grad_()
	return tuple(result)
