"""An object with a `__call__` method, and an optional fourth parameter; prints what it does."""

import torch


class GradientDescent:
    def __init__(self):
        self.steps = 0

    def __call__(self, weight, bias, lr, verbose=True):
        self.steps += 1
        for p in (weight, bias):
            p.data.add_(p.grad.data, alpha=-lr)
            p.grad.data.zero_()
        if verbose:
            print("step", self.steps, "weight", weight.data, "bias", bias.data)
        return weight, bias


update = GradientDescent()
