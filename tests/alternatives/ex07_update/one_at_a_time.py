"""A function of its own steps one parameter; the pair is made by a generator."""

import torch


def _step(parameter, lr):
    moved = parameter.detach().clone()
    moved.add_(parameter.grad, alpha=-lr)
    moved.requires_grad = True
    return moved


def update(weight, bias, lr):
    return tuple(_step(parameter, lr) for parameter in (weight, bias))
