"""Has a pickle fetch the forbidden function."""

import pickle

STOPPED_BY = "watching the calls"
EXERCISE = "ex04_mse"
STATUS = {"mean": "failed", "gradient_flow": "failed"}
SAYS = "When mse_loss is called it uses torch's own"


def mse_loss(pred, y):
    return pickle.loads(b"ctorch.nn.functional\nmse_loss\n.")(pred, y)
