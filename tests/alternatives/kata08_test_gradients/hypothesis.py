"""Properties under Hypothesis."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st


@given(st.integers(1, 4), st.integers(1, 3), st.integers(1, 3), st.lists(st.integers(-3, 3), min_size=40, max_size=40))
@settings(max_examples=15)
def test_by_hand(gradients, n, d, k, numbers):
    pool = iter(numbers + [1, 2, -1] * 20)
    take = lambda *shape: torch.tensor([float(next(pool)) for _ in range(torch.Size(shape).numel())]).reshape(shape)
    X, y, weight, bias = take(n, d), take(n, k), take(d, k).requires_grad_(), take(k).requires_grad_()
    weight.grad, bias.grad = torch.ones(d, k), 2 * torch.ones(k)
    grad_weight, grad_bias = gradients(X, y, weight, bias)
    error = (X @ weight + bias - y).detach()
    for j in range(k):
        assert abs(grad_bias[j].item() - 2 * error[:, j].sum().item() / (n * k)) < 1e-3
        for i in range(d):
            assert abs(grad_weight[i, j].item() - 2 * (X[:, i] * error[:, j]).sum().item() / (n * k)) < 1e-3
    assert grad_weight.shape == (d, k) and grad_bias.shape == (k,)


def test_steep_slopes(gradients):
    weight, bias = torch.zeros(1, 2, requires_grad=True), torch.zeros(2, requires_grad=True)
    found = gradients(torch.tensor([[3.0]]), torch.tensor([[-20.0, 40.0]]), weight, bias)
    assert torch.allclose(found[0], torch.tensor([[60.0, -120.0]]))
    assert torch.allclose(found[1], torch.tensor([20.0, -40.0]))
