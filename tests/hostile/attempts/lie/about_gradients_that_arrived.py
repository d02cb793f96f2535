"""Has the worker claim that both are leaves that require grad, and a gradient that it made up."""

import sys

import msgspec
import torch

STOPPED_BY = "gradients that arrive"
EXERCISE = "ex02_parameters"
STATUS = {"shapes": "passed", "trainable": "failed", "random": "passed"}
SAYS = "weight.grad"

calls = sys.modules["grader.worker.calls"]
describe = calls.describe


def as_leaf(thing):
    value = describe(thing)
    if isinstance(thing, tuple):
        items = [msgspec.structs.replace(item, requires_grad=True, is_leaf=True) for item in value.items]
        value = msgspec.structs.replace(value, items=tuple(items))
    return value


calls.describe = as_leaf
calls._backward = lambda result, factors: {
    str(at): describe(torch.ones(part.shape)) for at, part in enumerate(result)
}


def init_parameters(n_features, n_outputs):
    return torch.randn(n_features, n_outputs), torch.randn(n_outputs)
