"""One small backward() for each sample; here the adding-up of .grad is put to use."""


def autograd_gradients(X, y, weight, bias):
    weight.grad = None
    bias.grad = None
    for features, target in zip(X, y):
        error = features @ weight + bias - target
        ((error**2).sum() / y.numel()).backward()
    return weight.grad, bias.grad
