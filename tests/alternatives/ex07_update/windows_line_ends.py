"""The lines end with carriage return and line feed; requires_grad is off for the step."""

import torch


def update(weight, bias, lr):
    step_w = torch.mul(input=weight.grad, other=lr)
    step_b = torch.mul(input=bias.grad, other=lr)
    weight.requires_grad_(False)
    bias.requires_grad_(False)
    weight -= step_w
    bias -= step_b
    weight.requires_grad_(True)
    bias.requires_grad_(True)
    weight.grad = None
    bias.grad = None
    return weight, bias
