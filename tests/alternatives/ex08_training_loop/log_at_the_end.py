"""The lines are chosen from the history when the training is over, and written to sys.stdout as one text."""

import sys

import torch


def one_epoch(X, y, weight, bias, lr):
    loss = torch.mean((X @ weight + bias - y) ** 2)
    loss.backward()
    weight.data.sub_(lr * weight.grad)
    bias.data.sub_(lr * bias.grad)
    weight.grad = bias.grad = None
    return loss.item()


def train(X, y, weight, bias, lr, epochs, log_every=100):
    history = [one_epoch(X, y, weight, bias, lr) for _ in range(epochs)]
    chosen = sorted(set(range(1, epochs + 1, log_every)) | ({epochs} if epochs else set()))
    sys.stdout.write("".join(f"{at}/{epochs} loss = {history[at - 1]:.5f}\n" for at in chosen))
    return weight, bias, history
