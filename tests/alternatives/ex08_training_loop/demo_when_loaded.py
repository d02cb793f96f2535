"""Trains demo data when the file is loaded, with prints, and again under `if __name__ == "__main__":`."""

import torch


def predict(X, weight, bias):
    return X @ weight + bias


def mse_loss(pred, y):
    return torch.mean((pred - y) ** 2)


def update(weight, bias, lr):
    with torch.no_grad():
        new_weight = weight - lr * weight.grad
        new_bias = bias - lr * bias.grad
    return new_weight.requires_grad_(), new_bias.requires_grad_()


def should_log(epoch, epochs, log_every):
    return (epoch - 1) % log_every == 0 or epoch == epochs


def train(X, y, weight, bias, lr, epochs, log_every=100):
    weight = weight.detach().clone().requires_grad_()
    bias = bias.detach().clone().requires_grad_()
    history = []
    for epoch in range(1, epochs + 1):
        loss = mse_loss(pred=predict(X=X, weight=weight, bias=bias), y=y)
        history.append(loss.item())
        loss.backward()
        weight, bias = update(weight=weight, bias=bias, lr=lr)
        if should_log(epoch, epochs, log_every):
            print(f"{epoch}/{epochs} loss = {history[-1]:.5f}")
    return weight, bias, history


X_demo = torch.tensor([[1.0], [2.0], [3.0]])
y_demo = torch.tensor([[20.0], [40.0], [60.0]])
w = torch.randn(1, 1, requires_grad=True)
b = torch.randn(1, requires_grad=True)
w, b, losses = train(X_demo, y_demo, w, b, 0.01, 5, log_every=2)
print(w, b, losses)

if __name__ == "__main__":
    print(train(X_demo, y_demo, w, b, 0.01, 100)[:2])
