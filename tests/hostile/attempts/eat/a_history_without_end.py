"""Returns a history of a hundred thousand losses, for whoever writes it into a document or draws it."""

STOPPED_BY = "bounded report"
EXERCISE = "ex08_training_loop"
STATUS = {"train": "failed", "history": "failed", "log": "failed", "zero_epochs": "failed"}
SAYS = "History has 90000 items, not 3."


def train(X, y, weight, bias, lr, epochs, log_every=100):
    return weight, bias, [0.0] * 90_000
