"""PyTorch's own loss, detached parameters."""

import torch
from torch import Tensor

# A notebook, saved as a file: its cells, in the order in which they stand on the page.


# In [3]
hours = torch.tensor([[1.0], [2.0], [3.0]])
scores = torch.tensor([[20.0], [40.0], [60.0]])


# In [7]
def predict(X: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return bias + X @ weight


# In [20]
def report(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    # every number is made here, from the ones before it: nothing is left over from another run of a cell
    pred = predict(X, weight, bias)
    loss = torch.nn.functional.mse_loss(pred, y)
    grad_weight, grad_bias = torch.autograd.grad(loss, (weight, bias))
    next_weight = torch.add(weight.detach(), grad_weight, alpha=-lr)
    next_bias = torch.add(bias.detach(), grad_bias, alpha=-lr)
    return pred, loss, grad_weight, grad_bias, next_weight, next_bias


# In [21]
if __name__ == "__main__":
    weight = torch.tensor([[-2.0236]], requires_grad=True)
    bias = torch.tensor([0.1116], requires_grad=True)
    names = ("prediction", "loss", "gradient for weight", "gradient for bias", "next weight", "next bias")
    for name, value in zip(names, report(hours, scores, weight, bias, 0.01), strict=True):
        print(f"{name:<20}", ", ".join(f"{number:.4f}" for number in value.flatten().tolist()))
