"""Reshapes to rows of d numbers, which does for one sample and for many, in inference mode."""

import torch


def predict_new(samples, weight, bias):
    with torch.inference_mode():
        X = torch.as_tensor(samples).to(torch.float32)
        return X.reshape(-1, weight.shape[0]) @ weight + bias
