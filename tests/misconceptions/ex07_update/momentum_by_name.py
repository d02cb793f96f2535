"""Something of the previous step is kept and added, so the second call depends on the first.

Advice: That is momentum, a different method. A plain step needs no memory of earlier calls.
"""

FAILS = {"step"}

import torch

velocity = {}


def update(weight, bias, lr):
    with torch.no_grad():
        for name, p in (("w", weight), ("b", bias)):
            v = velocity.get(name)
            if v is None or v.shape != p.shape:
                v = torch.zeros_like(p)
            v = 0.9 * v + p.grad
            velocity[name] = v
            p -= lr * v
            p.grad = None
    return weight, bias
