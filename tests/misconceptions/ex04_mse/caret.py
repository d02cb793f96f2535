"""`^` is no power in Python: it compares bits, which float tensors do not have.

Advice: A square is written ** 2.
"""

FAILS = {"mean", "gradient_flow"}



def mse_loss(pred, y):
    error = pred - y
    return (error ^ 2).mean()
