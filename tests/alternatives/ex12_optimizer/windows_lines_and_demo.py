"""Windows line ends, and a demo that runs on import and one that does not."""

import torch
from torch import nn


def build_training(model, lr):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, dampening=0, maximize=False)
    return nn.MSELoss(), optimizer


model = nn.Linear(3, 2)
print(build_training(model, 0.00001))

if __name__ == "__main__":
    loss_fn, optimizer = build_training(model, 0.1)
    loss_fn(model(torch.ones(4, 3)), torch.zeros(4, 2)).backward()
    optimizer.step()
