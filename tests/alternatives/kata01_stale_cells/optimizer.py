"""One step of SGD on copies."""

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
    error = pred - y
    loss = (error * error).mean()
    own = [weight.detach().clone().requires_grad_(), bias.detach().clone().requires_grad_()]
    optimizer = torch.optim.SGD(own, lr=lr)
    ((predict(X, *own) - y) ** 2).mean().backward()
    optimizer.step()
    return pred.detach(), loss.detach(), own[0].grad, own[1].grad, own[0], own[1]


# In [21]
if __name__ == "__main__":
    weight = torch.tensor([[-2.0236]], requires_grad=True)
    bias = torch.tensor([0.1116], requires_grad=True)
    names = ("prediction", "loss", "gradient for weight", "gradient for bias", "next weight", "next bias")
    for name, value in zip(names, report(hours, scores, weight, bias, 0.01), strict=True):
        print(f"{name:<20}", ", ".join(f"{number:.4f}" for number in value.flatten().tolist()))
