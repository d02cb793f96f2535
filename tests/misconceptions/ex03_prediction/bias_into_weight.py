"""The bias is added to the weight, before the product: it is multiplied with the features too.

Advice: First the matrix product, then the bias: look at your brackets.
"""

FAILS = {"weighted_sum", "gradient_flow"}



def predict(X, weight, bias):
    return X @ (weight + bias)
