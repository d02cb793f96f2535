"""The test skips itself, and says nothing.

Advice: Take the skip out; a test that does not run protects nobody.
"""

FAILS = {"valid", "factor", "entries", "gradient"}

import unittest

import torch

PRED = torch.tensor([[1.0, 2.0], [3.0, 5.0], [8.0, 13.0]])
Y = torch.tensor([[0.5, 4.0], [2.0, 1.0], [4.0, 10.0]])


def test_value(mse_loss):
    raise unittest.SkipTest("later")
