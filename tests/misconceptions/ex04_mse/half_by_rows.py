"""There are two mistakes. The result is halved. It is divided by the number of samples only, not by that of all entries.

Advice: Some books put 1/2 before the sum to make the derivative tidy. The formula of this page has
no such factor. Count the squares that you added up: n rows of k outputs each. A mean divides by
that count.
"""

FAILS = {"mean", "gradient_flow"}



def mse_loss(pred, y):
    m = y.shape[0]
    return (1 / (2 * m)) * ((pred - y) ** 2).sum()
