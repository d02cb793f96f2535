"""NumPy, with a class that collects what is found."""

import numpy as np
import torch


class Case:
    def __init__(self, seed, old=None, k=3):
        rng = np.random.default_rng(seed)
        self.X, self.y = rng.integers(-5, 6, (4, 2)), rng.integers(-5, 6, (4, k))
        self.weight, self.bias, self.old = rng.integers(-5, 6, (2, k)), rng.integers(-5, 6, k), old

    def ask(self, gradients):
        tensors = [torch.tensor(one, dtype=torch.float32) for one in (self.X, self.y, self.weight, self.bias)]
        for parameter in tensors[2:]:
            parameter.requires_grad_()
            if self.old is not None:
                parameter.grad = torch.full(parameter.shape, self.old)
        return [one.detach().numpy().copy() for one in gradients(*tensors)]

    def wanted(self):
        error = self.X @ self.weight + self.bias - self.y
        return 2 / error.size * self.X.T @ error, 2 / error.size * error.sum(axis=0)


def test_cases(gradients):
    for case in (Case(1), Case(2), Case(3, old=1.0), Case(4, old=0.0), Case(5, k=1)):
        found = case.ask(gradients)
        assert len(found) == 2
        for one, wanted in zip(found, case.wanted()):
            assert one.shape == wanted.shape
            assert one.dtype == np.float32
            np.testing.assert_allclose(one, wanted, rtol=1e-4, atol=1e-4)
