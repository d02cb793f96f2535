"""Registers the function with a decorator that is its own."""

import torch

STOPPED_BY = "watching the calls"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "When mse_loss is called it uses torch's own"

import torch.nn.functional

known = {}


def register(function):
    known[function.__name__] = function
    return function


@register
def anything(pred, y):
    return torch.nn.functional.mse_loss(pred, y)


def mse_loss(pred, y):
    return known["any" + "thing"](pred, y)
