"""Records the computation, and cuts the result off at the end."""

import torch


def predict_new(new_samples, w, b):
    X = torch.as_tensor(new_samples, dtype=torch.float)
    if len(X.shape) < 2:
        X = X.view(1, -1)
    prediction = w.T @ X.T + b.unsqueeze(1)
    return prediction.T.detach()
