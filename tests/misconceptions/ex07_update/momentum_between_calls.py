"""Something of the previous step is kept and added, so the second call depends on the first.

Advice: That is momentum, a different method. A plain step needs no memory of earlier calls.
"""

FAILS = {"step"}

import torch

last_steps = {}


def update(weight, bias, lr):
    for name, parameter in (("weight", weight), ("bias", bias)):
        step = lr * parameter.grad
        last = last_steps.get(name)
        if last is not None and last.shape == step.shape:
            step = step + 0.9 * last
        last_steps[name] = step
        with torch.no_grad():
            parameter -= step
        parameter.grad = None
    return weight, bias
