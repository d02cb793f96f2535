"""The function is an object with __call__; its class has the steps as methods."""

import torch


class MeanSquaredError:
    def errors(self, pred, y):
        return pred - y

    def __call__(self, pred, y):
        return torch.mean(self.errors(pred, y).pow(2))


mse_loss = MeanSquaredError()
