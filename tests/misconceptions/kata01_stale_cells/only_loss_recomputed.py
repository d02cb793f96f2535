"""The loss is that of this call, but the gradients still come from a cell that ran long before.

Advice: What is `backward()` called on, and when? The gradients must be made from the loss of this call.
"""

FAILS = {"gradients", "next_parameters"}

import torch
from torch import Tensor

# A notebook, saved as a file: its cells, in the order in which they stand on the page.


# In [3]
hours = torch.tensor([[1.0], [2.0], [3.0]])
scores = torch.tensor([[20.0], [40.0], [60.0]])

# In [4]
weight = torch.tensor([[1.8030]], requires_grad=True)
bias = torch.tensor([0.8950], requires_grad=True)


# In [7]
def predict(X: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return bias + X @ weight


# In [8]
error = predict(hours, weight, bias) - scores
loss = (error * error).mean()
loss.backward()
grad_weight, grad_bias = weight.grad, bias.grad


# In [20]
def report(
    X: Tensor, y: Tensor, weight: Tensor, bias: Tensor, lr: float
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    pred = predict(X, weight, bias)
    loss = ((pred - y) ** 2).mean()
    with torch.no_grad():
        next_weight = weight - lr * grad_weight
        next_bias = bias - lr * grad_bias
    return pred, loss, grad_weight, grad_bias, next_weight, next_bias


# In [21]
if __name__ == "__main__":
    weight = torch.tensor([[-2.0236]], requires_grad=True)
    bias = torch.tensor([0.1116], requires_grad=True)
    names = ("prediction", "loss", "gradient for weight", "gradient for bias", "next weight", "next bias")
    for name, value in zip(names, report(hours, scores, weight, bias, 0.01)):
        print(f"{name:<20}", ", ".join(f"{number:.4f}" for number in value.flatten().tolist()))
