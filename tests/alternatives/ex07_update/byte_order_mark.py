"""The file begins with a UTF-8 byte order mark; stacked arithmetic on one flat vector."""

import torch


def update(weight, bias, lr):
    theta = torch.cat([weight.detach().flatten(), bias.detach()])
    slope = torch.cat([weight.grad.flatten(), bias.grad])
    theta = theta - lr * slope
    size = weight.numel()
    return (
        theta[:size].reshape(weight.shape).requires_grad_(),
        theta[size:].requires_grad_(),
    )
