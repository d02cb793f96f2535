"""Makes the layer without drawing first values, since they are overwritten."""

import torch
from torch import nn


def build_model(n_features, n_outputs):
    layer = nn.Linear(n_features, n_outputs)
    nn.init.normal_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def from_parameters(weight, bias):
    n_features, n_outputs = weight.shape
    layer = nn.utils.skip_init(nn.Linear, n_features, n_outputs)
    flat = torch.cat([weight.detach().T.flatten(), bias.detach()])
    nn.utils.vector_to_parameters(flat.clone(), layer.parameters())
    return layer
