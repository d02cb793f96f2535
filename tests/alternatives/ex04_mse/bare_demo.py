"""Demo code at the bottom runs on import, draws random numbers and prints."""

import torch


def mse_loss(pred, y):
    return torch.mean((pred - y) ** 2)


guess = torch.randn(3, 1, requires_grad=True)
loss = mse_loss(guess, torch.tensor([[20.0], [40.0], [60.0]]))
loss.backward()
print(f"loss = {loss.item():.5f}", guess.grad)
