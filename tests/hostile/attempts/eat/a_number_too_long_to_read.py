"""Logs an epoch of five thousand digits, which Python refuses to read as a number."""

STOPPED_BY = "bounded patterns"
EXERCISE = "ex08_training_loop"
STATUS = {"train": "failed", "history": "failed", "log": "failed", "zero_epochs": "failed"}
SAYS = "There is no line '1/5 loss = 5.46094'."


def train(X, y, weight, bias, lr, epochs, log_every=100):
    print("9" * 5000 + f"/{epochs} loss = 0.00000")
    return weight, bias, [0.0] * epochs
