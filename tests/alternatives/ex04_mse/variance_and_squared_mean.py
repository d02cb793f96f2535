"""The mean square is the variance of the errors and the square of their mean."""


def mse_loss(pred, y):
    error = pred - y
    return error.var(correction=0) + error.mean() ** 2
