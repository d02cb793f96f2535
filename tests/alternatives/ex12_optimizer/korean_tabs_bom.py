"""Korean names and comments, tabs, and a byte order mark."""

import torch
from torch import nn


def build_training(모델, 학습률):
	# 손실 함수: 평균 제곱 오차
	손실_함수 = nn.MSELoss()
	# 최적화 대상 파라미터를 모델에서 조회해 전달
	옵티마이저 = torch.optim.SGD(모델.parameters(), lr=학습률)
	return 손실_함수, 옵티마이저
