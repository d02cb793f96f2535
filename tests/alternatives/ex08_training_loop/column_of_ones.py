"""Weight and bias are one matrix, and the features have a column of ones."""

import torch


def train(X, y, weight, bias, lr, epochs, log_every=100):
    A = torch.cat([X, torch.ones(X.shape[0], 1)], dim=1)
    theta = torch.cat([weight, bias.unsqueeze(0)]).detach().requires_grad_()
    history = []
    for epoch in range(epochs):
        loss = (A @ theta - y).pow(2).mean()
        history.append(loss.item())
        (slope,) = torch.autograd.grad(loss, theta)
        theta = (theta.detach() - lr * slope).requires_grad_()
        if epoch % log_every == 0 or epoch == epochs - 1:
            print(f"{epoch + 1}/{epochs} loss = {history[-1]:.5f}")
    return theta[:-1], theta[-1], history
