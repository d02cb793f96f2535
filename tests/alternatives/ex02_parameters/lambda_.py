"""A lambda that calls another one."""

import torch

draw = lambda *shape: torch.randn(*shape, requires_grad=True)
init_parameters = lambda d, k: (draw(d, k), draw(k))
