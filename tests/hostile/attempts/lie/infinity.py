"""Returns infinity, from which nothing is far away."""

STOPPED_BY = "judge's numbers"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "There are numbers that are not finite (nan or inf)."


def mse_loss(pred, y):
    return ((pred - y) ** 2).mean() * float("inf")
