"""Weight and bias are converted to the dtype of the samples, so with whole numbers their fractions are cut off.

Advice: Convert the samples to float32, and leave the parameters alone.
"""

FAILS = {"prediction", "one_sample"}

import torch
from torch import Tensor


def predict_new(samples, weight: Tensor, bias: Tensor) -> Tensor:
    if not isinstance(samples, Tensor):
        samples = torch.tensor(samples, dtype=torch.float32)
    if samples.dim() == 1:
        samples = samples.unsqueeze(0)
    with torch.no_grad():
        result = samples @ weight.to(samples.dtype) + bias.to(samples.dtype)
    return result.float()
