"""The function is a bound method of an object that keeps the last errors."""


class ByHand:
    def __init__(self):
        self.errors = None

    def gradients(self, X, y, weight, bias):
        self.errors = X @ weight + bias - y
        scale = 2 / self.errors.numel()
        return scale * X.T @ self.errors, scale * self.errors.sum(dim=0)


manual_gradients = ByHand().gradients
