"""torch.inference_mode around an in-place step, keyword names of one's own."""

import torch


def update(parameter_w, parameter_b, learning_rate):
    with torch.inference_mode():
        parameter_w.subtract_(parameter_w.grad.mul(learning_rate))
        parameter_b.subtract_(parameter_b.grad.mul(learning_rate))
    del parameter_w.grad, parameter_b.grad
    return parameter_w, parameter_b
