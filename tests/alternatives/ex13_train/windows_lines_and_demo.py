"""Windows line ends, and a demo that runs on import and one that does not."""

import torch
from torch import nn


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    history = []
    optimizer.zero_grad()
    for epoch in range(epochs):
        pred = model(inputs)
        loss = loss_fn(pred, targets)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        history.append(loss.item())
    return history


X = torch.tensor([[1.0], [2.0], [3.0]])
y = torch.tensor([[20.0], [40.0], [60.0]])
model = nn.Linear(1, 1)
print(train(X, y, 3, model, nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=0.01)))

if __name__ == "__main__":
    print(train(X, y, 1000, model, nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=0.01))[-1])
