"""A DataLoader hands out 32 rows at a time, with a step for each batch; with more than 32 rows an epoch is several steps.

Advice: Mini-batches are a good idea for large data, but not what is asked for here. How many steps should one epoch
make, and from which rows?
"""

FAILS = {"train"}

from torch.utils.data import DataLoader, TensorDataset


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=32, shuffle=True)
    history = []
    for epoch in range(epochs):
        total = 0.0
        for batch_inputs, batch_targets in loader:
            loss = loss_fn(model(batch_inputs), batch_targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch_inputs)
        history.append(total / len(inputs))
    return history
