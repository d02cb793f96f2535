"""A while loop adds one feature's share after the other, starting from the bias."""

import torch


def predict(X, weight, bias):
    pred = bias.repeat(X.size(0), 1)
    f = 0
    while f < X.size(1):
        pred = pred + torch.outer(X[:, f], weight[f])
        f += 1
    return pred
