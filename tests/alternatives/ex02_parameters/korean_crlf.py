"""한글 이름과 주석, 윈도우 줄 끝, 별표 import."""

from torch import *


def init_parameters(특성수, 출력수):
    # 가중치는 특성마다 한 행, 출력마다 한 열
    with no_grad():
        가중치 = randn(특성수, 출력수, requires_grad=True)
        편향 = randn(출력수, requires_grad=True)
    return 가중치, 편향
