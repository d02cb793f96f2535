"""The tensors are float16: half as wide as the parameters that will meet them.

Advice: `half` keeps only about three digits, and does not mix with float32. Look for the name of
the dtype with 32 bits.
"""

FAILS = {"float32"}

import torch


def to_tensors(features, targets):
    return torch.tensor(features).half(), torch.tensor(targets).half()
