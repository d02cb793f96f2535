"""The solution's way in float64, by the formula."""

import torch


def fit_table(X, y, epochs):
    A, t = X.double(), y.double()
    mean, spread = A.mean(0), A.std(0)
    Z = torch.hstack([(A - mean) / spread, torch.ones(len(A), 1, dtype=torch.float64)])
    theta, history = torch.zeros(Z.shape[1], t.shape[1], dtype=torch.float64), []
    for _ in range(epochs):
        error = Z @ theta - t
        history.append((error**2).mean().item())
        theta = theta - 0.4 * 2 / t.numel() * Z.T @ error
    weight = theta[:-1] / spread.reshape(-1, 1)
    return weight.float(), (theta[-1] - mean @ weight).float(), history
