"""One lambda; `.data` leaves the gradients behind."""

import torch

predict_new = lambda samples, w, b: torch.addmm(  # noqa: E731
    b.data, torch.as_tensor(samples, dtype=torch.float32).reshape(-1, len(w)), w.data
)
