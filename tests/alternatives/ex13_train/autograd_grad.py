"""Computes the gradients with autograd.grad and puts them into .grad, so nothing can add up."""

import torch


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    parameters = list(model.parameters())
    for _ in range(epochs):
        loss = loss_fn(model(inputs), targets)
        for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
            parameter.grad = gradient
        optimizer.step()
        history.append(loss.tolist())
    return history
