"""A table of cases in plain lists."""

import torch

CASES = [  # weight, its gradient, bias, its gradient, lr, weight and bias after
    ([[1.0, 2.0]], [[4.0, -8.0]], [3.0, 4.0], [2.0, -6.0], 0.5, [[-1.0, 6.0]], [2.0, 7.0]),
    ([[1.0], [2.0]], [[0.5], [0.25]], [3.0], [1.0], 2.0, [[0.0], [1.5]], [1.0]),
    ([[5.0, 1.0]], [[40.0, 3.0]], [6.0, 1.0], [-70.0, 2.0], 0.0, [[5.0, 1.0]], [6.0, 1.0]),
    ([[0.0, 0.0]], [[1.0, 3.0]], [0.0, 0.0], [1.0, -1.0], 1.0, [[-1.0, -3.0]], [-1.0, 1.0]),
]


def test_cases(f):
    for weight, weight_grad, bias, bias_grad, lr, *after in CASES:
        given = torch.tensor(weight, requires_grad=True), torch.tensor(bias, requires_grad=True)
        given[0].grad, given[1].grad = torch.tensor(weight_grad), torch.tensor(bias_grad)
        result = f(*given, lr)
        assert isinstance(result, tuple)
        for new, expected in zip(result, after):
            assert list(new.shape) == list(torch.tensor(expected).shape)
            assert torch.allclose(new, torch.tensor(expected)), f"{new} is not {expected}"
            assert new.requires_grad, "nothing to learn"
            new.sum().backward()
            assert new.grad is not None and new.grad.eq(1).all(), "old gradients"
