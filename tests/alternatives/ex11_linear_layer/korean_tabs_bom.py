"""Korean names and comments, tabs, and a byte order mark."""

import torch
from torch import nn


def build_model(특성_수, 출력_수):
	# 특성 수가 먼저, 출력 수가 나중
	return nn.Linear(특성_수, 출력_수)


def from_parameters(가중치, 편향):
	층 = nn.Linear(가중치.shape[0], 가중치.shape[1])
	# nn.Linear 는 가중치를 (출력, 특성) 모양으로 저장한다
	with torch.no_grad():
		층.weight.copy_(가중치.T)
		층.bias.copy_(편향)
	return 층
