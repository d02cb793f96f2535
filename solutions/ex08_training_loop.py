"""Exercise 08: The training loop. Read ex08_training_loop.md first."""

import torch
from torch import Tensor


def train(
    X: Tensor,
    y: Tensor,
    weight: Tensor,
    bias: Tensor,
    lr: float,
    epochs: int,
    log_every: int = 100,
) -> tuple[Tensor, Tensor, list[float]]:
    """Train weight and bias for some epochs; return both and the loss of every epoch.

    Args:
        X: features, shape (n, d), float32.
        y: targets, shape (n, k), float32.
        weight: shape (d, k), float32, a leaf that requires gradients; its `.grad` is None.
        bias: shape (k,), float32, a leaf that requires gradients; its `.grad` is None.
        lr: the learning rate.
        epochs: how many steps to take, each with all rows.
        log_every: print a line every this many epochs, beginning with the first.

    Returns:
        The triple (weight, bias, history): the trained parameters, and a list of floats.
    """
    # BEGIN SOLUTION
    history = []
    for epoch in range(1, epochs + 1):
        # 1. and 2. Predict, and measure the loss: it belongs to the parameters before the update.
        pred = X @ weight + bias
        loss = torch.mean((pred - y) ** 2)
        history.append(loss.item())

        # 3. Gradients.
        loss.backward()  # type: ignore[no-untyped-call]

        # 4. and 5. Update and clear; neither is part of the prediction, so neither is recorded.
        with torch.no_grad():
            for parameter in (weight, bias):
                assert parameter.grad is not None
                parameter -= lr * parameter.grad
                parameter.grad = None

        if (epoch - 1) % log_every == 0 or epoch == epochs:
            print(f"{epoch}/{epochs} loss = {loss.item():.5f}")
    return weight, bias, history
    # END SOLUTION
