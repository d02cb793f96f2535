"""A lambda."""

import torch

to_tensors = lambda a, b: tuple(torch.tensor(t, dtype=torch.float32) for t in (a, b))
