"""한글 이름과 주석으로 썼다."""

import torch


def to_tensors(특성, 정답):
    # 행은 관측치, 열은 특성
    자료형 = torch.float32
    return torch.tensor(특성, dtype=자료형), torch.tensor(정답, dtype=자료형)
