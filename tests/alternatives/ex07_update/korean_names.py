"""한국어 이름과 주석: names and comments are Korean."""

import torch


def 한걸음(값, 기울기, 학습률):
    # 기울기의 반대 방향으로 학습률만큼 움직인다
    return torch.sub(값, torch.mul(기울기, 학습률))


def update(가중치, 편향, 학습률):
    # 기록하지 않고 새 값을 넣는다
    with torch.no_grad():
        가중치.set_(한걸음(가중치, 가중치.grad, 학습률))
        편향.set_(한걸음(편향, 편향.grad, 학습률))
    # 다음 단계를 위해 비운다
    가중치.grad = None
    편향.grad = None
    return 가중치, 편향
