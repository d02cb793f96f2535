"""Returns draws that require no grad, in a class that says they do."""

import torch

STOPPED_BY = "gradients that arrive"
EXERCISE = "ex02_parameters"
STATUS = {"shapes": "passed", "trainable": "failed", "random": "passed"}
SAYS = "does not require grad, so nothing can be learned from it."


class Claims(torch.Tensor):
    requires_grad = property(lambda self: True, lambda self, value: None)
    is_leaf = property(lambda self: True)
    grad = property(lambda self: torch.ones(self.shape), lambda self, value: None)


def init_parameters(n_features, n_outputs):
    return torch.randn(n_features, n_outputs).as_subclass(Claims), torch.randn(n_outputs).as_subclass(Claims)
