"""Tensor methods in a chain, and no import at all."""


def mse_loss(pred, y):
    return pred.sub(y).pow(2).mean()
