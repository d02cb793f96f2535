"""Keeps detached losses, turns them into floats at the end, and times itself with a decorator."""

import time
from functools import wraps

import torch


def timed(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        print(f"{function.__name__}: {time.perf_counter() - start:.3f} s")
        return result

    return wrapper


@timed
def train(inputs, targets, epochs, model, loss_fn, optimizer):
    kept = []
    for _ in range(epochs):
        loss = loss_fn(model(inputs), targets)
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
        kept.append(loss.detach())
    return torch.stack(kept).tolist() if kept else []
