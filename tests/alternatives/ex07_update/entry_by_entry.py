"""Plain loops over the entries of copies, in a while loop."""

import torch


def update(weight, bias, lr):
    new_weight = weight.detach().clone()
    row = 0
    while row < new_weight.shape[0]:
        for column in range(new_weight.shape[1]):
            new_weight[row, column] = new_weight[row, column] - lr * weight.grad[row, column]
        row += 1
    new_bias = bias.detach().clone()
    for output in range(len(new_bias)):
        new_bias[output] -= lr * bias.grad[output]
    new_weight.requires_grad_()
    new_bias.requires_grad_()
    return (new_weight, new_bias)


if __name__ == "__main__":
    w = torch.ones(2, 2, requires_grad=True)
    b = torch.ones(2, requires_grad=True)
    (w.sum() * b.sum()).backward()
    print(update(w, b, 0.1))
