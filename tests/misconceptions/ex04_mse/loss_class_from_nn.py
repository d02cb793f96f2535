"""A ready-made loss class from torch.nn is used; here you write the loss yourself.

Advice: You will meet that class in a later exercise. Subtract, square and average by hand first.
"""

FAILS = {"mean", "gradient_flow"}

from torch.nn import MSELoss as SquaredError

mse_loss = SquaredError()
