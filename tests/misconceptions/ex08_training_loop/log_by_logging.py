"""None of the log lines that are asked for arrives on standard output.

Advice: The log is for the person watching. Where in the loop do you know the loss? Write it there
with a plain print(); the logging module and standard error go elsewhere.
"""

FAILS = {"log"}

import logging

import torch

logging.basicConfig(level=logging.INFO, format="%(message)s")


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = []
    for epoch in range(1, epochs + 1):
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())
        if epoch == epochs or (epoch - 1) % log_every == 0:
            logging.info(f"{epoch}/{epochs} loss = {loss.item():.5f}")
        loss.backward()
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = None
        bias.grad = None
    return weight, bias, history
