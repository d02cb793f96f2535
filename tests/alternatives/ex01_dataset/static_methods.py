"""A class with a static method, called through the asked name."""

import torch


class Data:
    @staticmethod
    def of(rows):
        return torch.tensor(rows).to(torch.float32)

    @classmethod
    def pair(cls, features, targets):
        return cls.of(features), cls.of(targets)


to_tensors = Data.pair
