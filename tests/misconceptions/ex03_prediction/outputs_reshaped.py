"""The predictions are put together one output after the other and then reshaped to (n, k), which mixes them up.

Advice: What has one row for each output has to be transposed (.T); reshape keeps the order of the numbers.
"""

FAILS = {"weighted_sum", "gradient_flow"}

import torch
from torch import Tensor


def predict(X: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    outputs = []
    for j in range(weight.shape[1]):
        outputs.append((X * weight[:, j]).sum(dim=1) + bias[j])
    return torch.stack(outputs).reshape(X.shape[0], weight.shape[1])
