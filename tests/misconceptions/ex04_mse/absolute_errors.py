"""The absolute errors are averaged, not the squared ones.

Advice: Both remove the sign, but squaring also makes large errors count more. Which does the
formula use?
"""

FAILS = {"mean"}


def mse_loss(pred, y):
    return (pred - y).abs().mean()
