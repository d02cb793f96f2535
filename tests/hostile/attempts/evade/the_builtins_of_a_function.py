"""Imports by the built-in function, reached through a function's own globals."""

STOPPED_BY = "watching the calls"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "When mse_loss is called it uses torch's own"


def mse_loss(pred, y):
    importer = mse_loss.__globals__["__builtins__"]["__import__"]
    return importer("torch.nn.functional").nn.functional.mse_loss(pred, y)
