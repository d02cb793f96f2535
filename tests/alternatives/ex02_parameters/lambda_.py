"""A lambda with a nested helper."""

import torch

draw = lambda *shape: torch.randn(*shape, requires_grad=True)
init_parameters = lambda d, k: (draw(d, k), draw(k))
