"""한글 이름과 주석, 윈도우 줄 끝."""

import torch


def predict(특성, 가중치, 편향):
    # 가중합에 편향을 더한다
    가중합 = torch.matmul(특성, 가중치)
    return 가중합 + 편향
