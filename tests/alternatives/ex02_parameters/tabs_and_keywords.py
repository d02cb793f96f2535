"""Tabs, keyword sizes, and demo code that seeds outside the function."""

import torch


def init_parameters(n_features, n_outputs):
	weight = torch.randn(size=(n_features, n_outputs), requires_grad=True)
	bias = torch.randn(size=(n_outputs,), requires_grad=True)
	return weight, bias


if __name__ == "__main__":
	torch.manual_seed(0)
	print(init_parameters(3, 2))
