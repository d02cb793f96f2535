"""Two lambdas, one calling the other."""

slope = lambda X, y, w, b: 2 * (X @ w + b - y) / y.numel()
manual_gradients = lambda X, y, w, b: (X.T @ slope(X, y, w, b), slope(X, y, w, b).sum(dim=0))
