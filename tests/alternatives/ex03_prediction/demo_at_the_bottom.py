"""Demo code that uses torch.nn outside the asked function."""

import torch
from torch import nn


def predict(X, weight, bias, verbose=False):
    """Weighted sum."""
    return X.matmul(weight).add(bias)


print(nn.Linear(1, 1)(torch.ones(1, 1)).shape)
if __name__ == "__main__":
    print(predict(torch.ones(2, 1), torch.ones(1, 1), torch.ones(1)))
