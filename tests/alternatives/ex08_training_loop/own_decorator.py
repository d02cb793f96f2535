"""A decorator of one's own says when it starts and ends; the arguments are packed."""

import functools

import torch


def announced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("training ...")
        result = function(*args, **kwargs)
        print("done after", len(result[2]), "epochs")
        return result

    return wrapper


@announced
def train(*args, log_every=100):
    X, y, weight, bias, lr, epochs = args
    history = []
    for epoch in range(epochs):
        loss = torch.mean((torch.matmul(X, weight) + bias - y) ** 2)
        history.append(loss.tolist())
        torch.autograd.backward(loss)
        with torch.no_grad():
            weight -= lr * weight.grad
            bias -= lr * bias.grad
        weight.grad = bias.grad = None
        if epoch == 0 or epoch == epochs - 1 or epoch % log_every == 0:
            print(f"{epoch + 1}/{epochs} loss = {loss:.5f}")
        else:
            print("   epoch", epoch + 1)
    return weight, bias, history
