"""Numbers beyond 2 or -2 were drawn again, so far too few of them are left.

Advice: In the standard normal distribution about 5 in 100 numbers lie out there. What would be
wrong with keeping them?
"""

FAILS = {"random"}

import torch


def init_parameters(n_features, n_outputs):
    def draw(*shape):
        numbers = torch.randn(*shape)
        numbers = torch.where(numbers.abs() > 2, torch.randn(*shape), numbers)
        return numbers.requires_grad_()

    return draw(n_features, n_outputs), draw(n_outputs)
