"""A functools.partial with optional parameters, and an import of torch.nn that nothing uses."""

from functools import partial

import torch
import torch.nn as nn
import torch.nn.functional as F


def _fit(log, features, targets, lr=0.01, epochs=1000, log_every=100):
    X = torch.tensor(features, dtype=torch.float32)
    y = torch.tensor(targets, dtype=torch.float32)
    weight = torch.randn(len(features[0]), len(targets[0]), requires_grad=True)
    bias = torch.randn(len(targets[0]), requires_grad=True)
    history = []
    for epoch in range(1, epochs + 1):
        loss = torch.mean((torch.einsum("nd,dk->nk", X, weight) + bias - y) ** 2)
        history.append(loss.item())
        if epoch % log_every == 1:
            log(epoch, history[-1])
        loss.backward()
        with torch.no_grad():
            for p in (weight, bias):
                p.sub_(lr * p.grad)
                p.grad.zero_()
    return weight, bias, history


fit = partial(_fit, print)
