"""Korean names and comments, tabs for indentation, and a byte order mark."""

import torch


def fit(특성, 정답, 학습률, 반복):
	X = torch.tensor(특성, dtype=torch.float32)
	y = torch.tensor(정답, dtype=torch.float32)
	# 가중치는 특성마다 한 행, 출력마다 한 열
	가중치 = torch.randn(X.shape[1], y.shape[1], requires_grad=True)
	편향 = torch.randn(y.shape[1], requires_grad=True)
	기록 = []
	for _ in range(반복):
		손실 = torch.mean((X @ 가중치 + 편향 - y) ** 2)
		기록.append(손실.item())
		손실.backward()
		with torch.no_grad():
			가중치 -= 학습률 * 가중치.grad
			편향 -= 학습률 * 편향.grad
		# 기울기 초기화
		가중치.grad = None
		편향.grad = None
	return 가중치, 편향, 기록
