"""Against torch.optim's arithmetic, written out; many sizes."""

import torch


def leaves(*tensors):
    return [one.clone().requires_grad_() for one in tensors]


def test_steps(update):
    torch.manual_seed(3)
    for d, k, lr in ((1, 1, 0.5), (3, 2, 0.25), (2, 2, 0.0), (4, 1, 2.0)):
        old, slopes = (torch.randn(d, k), torch.randn(k)), (5 * torch.randn(d, k), 5 * torch.randn(k))
        given = leaves(*old)
        for parameter, slope in zip(given, slopes):
            parameter.grad = slope.clone()
        new = update(*given, lr)
        assert len(new) == 2
        for one, before, slope in zip(new, old, slopes):
            torch.testing.assert_close(one.detach(), torch.add(before, slope, alpha=-lr), rtol=1e-4, atol=1e-5)
            assert one.requires_grad and one.is_leaf
            assert one.grad is None or one.grad.abs().sum() == 0
