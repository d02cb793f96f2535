"""All tests have one feature, one output and one sample, where sums, means and turned tables are the same.

Advice: Take sizes that differ from each other and from 1.
"""

FAILS = {"formula", "parameters"}

import torch


def numbers(gradients, old):
    weight, bias = torch.tensor([[0.3]], requires_grad=True), torch.tensor([0.1], requires_grad=True)
    if old:
        weight.grad, bias.grad = torch.ones(1, 1), torch.ones(1)
    return gradients(torch.tensor([[1.0]]), torch.tensor([[0.5]]), weight, bias)


def test_numbers(gradients):
    for old in (False, True):
        grad_weight, grad_bias = numbers(gradients, old)
        assert abs(grad_weight.item() + 0.2) < 1e-5
        assert abs(grad_bias.item() + 0.2) < 1e-5


def test_one_is_old(gradients):
    for at in (0, 1):
        both = torch.tensor([[0.3]], requires_grad=True), torch.tensor([0.1], requires_grad=True)
        both[at].grad = torch.ones_like(both[at])
        assert all(abs(one.item() + 0.2) < 1e-5 for one in gradients(torch.tensor([[1.0]]), torch.tensor([[0.5]]), *both))
