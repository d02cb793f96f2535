"""Model and loss are inner functions; the updates go through `.data`, and the count is a range."""

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    def linear_model(features):
        return features @ weight + bias

    def loss_fn(pred, target):
        return torch.mean((target - pred) ** 2)

    losses = []
    rounds = range(epochs)
    for epoch in rounds:
        pred = linear_model(X)
        loss = loss_fn(pred, y)
        losses.append(loss.item())
        loss.backward()
        weight.data = weight.data - weight.grad * lr
        bias.data = bias.data - bias.grad * lr
        weight.grad = None
        bias.grad = None
        if epoch % log_every == 0 or epoch == len(rounds) - 1:
            print("%d/%d loss = %.5f" % (epoch + 1, len(rounds), losses[-1]))
    return weight, bias, losses
