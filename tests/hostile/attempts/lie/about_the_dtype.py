"""Returns the numbers with more digits than float32 has."""

STOPPED_BY = "judge's numbers"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "passed"}
SAYS = "The dtype is torch.float64, not torch.float32."


def mse_loss(pred, y):
    return ((pred.double() - y.double()) ** 2).mean()
