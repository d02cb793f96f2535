"""The prediction requires grad, but no gradient reaches the given weight and bias.

Advice: Marking a tensor with requires_grad does not connect it to where its numbers came from.
Where is a new tensor made, from weight and bias or from the result?
"""

FAILS = {"gradient_flow"}

def predict(X, weight, bias):
    weight = weight.clone().detach().requires_grad_()
    bias = bias.clone().detach().requires_grad_()
    return X @ weight + bias
