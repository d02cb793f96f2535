"""A matrix product of the errors mixes the outputs: errors of apples are multiplied by those of oranges.

Advice: Squaring multiplies each entry by itself. With one output a matrix product happens to agree;
try it with two.
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    errors = pred - y
    return (errors.T @ errors).sum() / errors.numel()
