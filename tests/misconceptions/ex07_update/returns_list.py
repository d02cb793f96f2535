"""A list is returned where a tuple is asked for.

Advice: Two values behind one `return`, with a comma between them and without square brackets, make a tuple.
"""

FAILS = {"step", "fresh_leaves"}

import torch


def update(weight, bias, lr):
    result = []
    for p in [weight, bias]:
        with torch.no_grad():
            p -= lr * p.grad
        p.grad = None
        result.append(p)
    return result
