"""A lambda that makes new leaves; it runs on demo data when the file is loaded, and prints."""

import torch

update = lambda w, b, rate: (
    (w.detach() - rate * w.grad).requires_grad_(),
    (b.detach() - rate * b.grad).requires_grad_(),
)

demo_weight = torch.tensor([[2.0]], requires_grad=True)
demo_bias = torch.tensor([1.0], requires_grad=True)
((demo_weight + demo_bias) ** 2).sum().backward()
print("before:", demo_weight, demo_bias)
print("after:", *update(demo_weight, demo_bias, 0.1))
