"""Against PyTorch's own gradients."""

import torch


def draw(n, d, k, seed):
    generator = torch.Generator().manual_seed(seed)
    shapes = (n, d), (n, k), (d, k), (k,)
    X, y, weight, bias = (torch.randint(-4, 5, shape, generator=generator).float() for shape in shapes)
    return X, y, weight.requires_grad_(), bias.requires_grad_()


def expected(X, y, weight, bias):
    return torch.autograd.grad(torch.nn.functional.mse_loss(X @ weight + bias, y), (weight, bias))


def test_many_sizes(implementation):
    for seed, (n, d, k) in enumerate([(1, 1, 1), (4, 2, 3), (3, 3, 3), (2, 4, 1), (5, 1, 2)]):
        problem = draw(n, d, k, seed)
        torch.testing.assert_close(implementation(*problem), expected(*problem), rtol=1e-4, atol=1e-4)


def test_dirty_parameters(implementation):
    X, y, weight, bias = draw(4, 2, 3, 9)
    wanted = expected(X, y, weight, bias)
    weight.grad, bias.grad = torch.full_like(weight, 3.0), torch.full_like(bias, -2.0)
    torch.testing.assert_close(implementation(X, y, weight, bias), wanted, rtol=1e-4, atol=1e-4)
