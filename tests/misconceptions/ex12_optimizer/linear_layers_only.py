"""Only the parameters of nn.Linear layers are given to the optimizer; those of other layers never move.

Advice: Other kinds of layers have parameters too. `model.parameters()` goes through all of them.
"""

from torch import nn, optim

FAILS = {"optimizer"}


def build_training(model, lr):
    parameters = []
    for layer in model.modules():
        if isinstance(layer, nn.Linear):
            parameters += [layer.weight, layer.bias]
    return nn.MSELoss(), optim.SGD(parameters, lr=lr)
