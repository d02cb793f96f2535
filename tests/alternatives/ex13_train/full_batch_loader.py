"""Takes all rows from a DataLoader with one batch."""

from torch.utils.data import DataLoader, TensorDataset


def train(inputs, targets, epochs, model, loss_fn, optimizer):
    loader = DataLoader(TensorDataset(inputs, targets), batch_size=len(inputs))
    history = []
    for _ in range(epochs):
        for X, y in loader:
            optimizer.zero_grad()
            loss = loss_fn(model(X), y)
            loss.backward()
            optimizer.step()
            history.append(loss.item())
    return history
