"""Lines go to a standard output that the module took hold of when it was loaded: by default, by name and by a logger."""

import logging
import sys

import torch

journal = logging.Logger("training", logging.INFO)
journal.addHandler(logging.StreamHandler(sys.stdout))
say = sys.stdout.write


def tell(line, file=sys.stdout):
    print(line, file=file)


WAYS = (tell, lambda line: say(line + "\n"), journal.info)


def train(X, y, weight, bias, lr, epochs, log_every=100):
    w = weight.detach().clone().requires_grad_()
    b = bias.detach().clone().requires_grad_()
    history = []
    for epoch in range(1, epochs + 1):
        loss = torch.mean((X @ w + b - y) ** 2)
        history.append(loss.item())
        w.grad = b.grad = None
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        if epoch % log_every == 1 or log_every == 1 or epoch == epochs:
            WAYS[epoch % 3](f"{epoch}/{epochs} loss = {history[-1]:.5f}")
    return w, b, history
