"""The loss is written by hand as a lambda; the parameters go in as a list."""

from torch.optim import SGD


def build_training(model, lr):
    optimizer = SGD(list(model.parameters()), lr=lr, momentum=0, weight_decay=0)
    return (lambda pred, target: ((pred - target) ** 2).mean()), optimizer
