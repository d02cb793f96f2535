"""NumPy in double precision, and a helper."""

import numpy as np
import torch


RNG = np.random.default_rng(7)


def check(loss, pred, y):
    found = loss(torch.tensor(pred, dtype=torch.float32), torch.tensor(y, dtype=torch.float32)).detach().numpy()
    assert (found.shape, found.dtype) == ((), np.float32)
    expected = np.mean((np.asarray(pred) - np.asarray(y)) ** 2)
    assert abs(found - expected) <= 1e-5 * max(1.0, abs(expected)), (found, expected)


def test_tables(loss):
    for n in (1, 2, 5):
        for k in (1, 2, 3):
            check(loss, RNG.integers(-9, 9, (n, k)), RNG.integers(-9, 9, (n, k)))


def test_gradients(loss):
    pred = torch.tensor(RNG.integers(-9, 9, (4, 2)), dtype=torch.float32, requires_grad=True)
    y = torch.tensor(RNG.integers(-9, 9, (4, 2)), dtype=torch.float32)
    loss(pred, y).backward()
    np.testing.assert_allclose(pred.grad.numpy(), (pred - y).detach().numpy() * 2 / 8, rtol=1e-4, atol=1e-6)
