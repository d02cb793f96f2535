"""Hypothesis draws numbers, sizes and rates."""

import torch
from hypothesis import given
from hypothesis import strategies as st

whole = st.integers(-9, 9).map(float)


@given(st.lists(whole, min_size=16, max_size=16), st.integers(1, 3), st.integers(1, 2), st.sampled_from([0.0, 0.5, 2.0]))
def test_every_entry(update, numbers, d, k, lr):
    pool = iter(numbers)
    weight = torch.tensor([[next(pool) for _ in range(k)] for _ in range(d)])
    bias = torch.tensor([next(pool) for _ in range(k)])
    slopes = [[float(3 * i - 4 * j + 2) for j in range(k)] for i in range(d)], [float(7 - 5 * j) for j in range(k)]
    before = weight.tolist(), bias.tolist()
    weight.requires_grad_(), bias.requires_grad_()
    weight.grad, bias.grad = torch.tensor(slopes[0]), torch.tensor(slopes[1])
    w, b = update(weight, bias, lr)
    for i in range(d):
        for j in range(k):
            assert abs(w[i, j].item() - (before[0][i][j] - lr * slopes[0][i][j])) < 1e-4
    for j in range(k):
        assert abs(b[j].item() - (before[1][j] - lr * slopes[1][j])) < 1e-4
    for one in (w, b):
        assert (one.is_leaf, one.requires_grad) == (True, True)
        assert one.grad is None or one.grad.tolist() == torch.zeros_like(one).tolist()


def test_decay(update):
    weight, bias = torch.full((2, 1), 1000.0, requires_grad=True), torch.full((1,), 1000.0, requires_grad=True)
    weight.grad, bias.grad = torch.tensor([[100.0], [1.0]]), torch.tensor([50.0])
    w, b = update(weight, bias, 0.01)
    assert torch.allclose(w, torch.tensor([[999.0], [999.99]]), rtol=1e-6)
    assert torch.allclose(b, torch.tensor([999.5]), rtol=1e-6)
