"""Moves the parameters anywhere, and has the worker claim that they are fresh leaves, which they are not."""

import sys

import msgspec

STOPPED_BY = "gradients that arrive"
EXERCISE = "ex07_update"
STATUS = {"step": "failed", "fresh_leaves": "failed"}
SAYS = "fresh_leaves"

frames = sys.modules["grader.pipe.frames"]
objects = sys.modules["grader.worker.objects"]
describe = objects.describe_tensor


def as_leaf(tensor):
    return msgspec.structs.replace(describe(tensor), requires_grad=True, is_leaf=True, grad=None)


objects.describe_tensor = as_leaf


def update(weight, bias, lr):
    return weight - 1, bias - 1
