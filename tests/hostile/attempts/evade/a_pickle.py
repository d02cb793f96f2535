"""Has a pickle fetch the forbidden function."""

import pickle

STOPPED_BY = "nothing"
EXERCISE = "ex04_mse"
STATUS = {"mean": "passed", "gradient_flow": "passed"}
SAYS = "passed"


def mse_loss(pred, y):
    return pickle.loads(b"ctorch.nn.functional\nmse_loss\n.")(pred, y)
