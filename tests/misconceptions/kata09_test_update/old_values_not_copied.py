"""The new values are compared with the given tensors, which a right update may have changed in place.

Advice: Keep a copy of the values before the call: `weight.detach().clone()`.
"""

FAILS = {"valid", "step", "special", "ready"}

import torch


def test_step(update):
    weight, bias = torch.tensor([[1.0, 2.0]], requires_grad=True), torch.tensor([3.0, 4.0], requires_grad=True)
    weight.grad, bias.grad = torch.tensor([[8.0, -4.0]]), torch.tensor([2.0, 6.0])
    new_weight, new_bias = update(weight, bias, 0.5)
    assert torch.allclose(new_weight, weight - torch.tensor([[4.0, -2.0]]))
    assert torch.allclose(new_bias, bias - torch.tensor([1.0, 3.0]))
