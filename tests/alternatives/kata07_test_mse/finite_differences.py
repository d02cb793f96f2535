"""The gradient against small differences; a log on the side."""

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def squares(pred, y):
    total = 0.0
    for row, wanted in zip(pred.tolist(), y.tolist()):
        for p, t in zip(row, wanted):
            total += (p - t) * (p - t)
    return total


def test_mean_over_everything(implementation):
    for rows in (slice(0, 3), slice(1, 2), slice(0, 2)):
        for columns in (slice(0, 2), slice(1, 2)):
            pred, y = PRED[rows, columns], Y[rows, columns]
            found = implementation(pred, y)
            print("found", found)
            assert tuple(found.shape) == ()
            assert found.dtype is torch.float32
            assert abs(float(found) - squares(pred, y) / pred.numel()) < 1e-3


def test_slope(implementation):
    pred = PRED.clone().requires_grad_()
    (slope,) = torch.autograd.grad(implementation(pred, Y), pred)
    for i in range(3):
        for j in range(2):
            up, down = PRED.clone(), PRED.clone()
            up[i, j] += 0.5
            down[i, j] -= 0.5
            assert abs(float(implementation(up, Y) - implementation(down, Y)) - float(slope[i, j])) < 1e-3
