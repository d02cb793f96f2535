"""Tabs for indentation, Windows line ends, and Korean comments."""

import torch


def mse_loss(pred, y):
	# 오차를 제곱하고 평균을 낸다
	오차 = pred - y
	return torch.mean(오차 ** 2)
