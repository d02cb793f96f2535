"""Weight and bias are cut out of one tensor that requires grad, so both are results of recorded operations, not leaves.

Advice: Make each a tensor of its own, and let requires_grad come last.
"""

FAILS = {"trainable"}

import torch
from torch import Tensor


def init_parameters(n_features: int, n_outputs: int) -> tuple[Tensor, Tensor]:
    # one draw for everything: n_features rows of weights and one more row for the bias
    numbers = torch.randn(n_features + 1, n_outputs, requires_grad=True)
    return numbers[:-1], numbers[-1]
