"""There are two mistakes. The bias is never added. squeeze removes every axis of size 1 from the predictions.

Advice: The model is a weighted sum plus one number for each output. The result has two axes
whatever their sizes: (n, k), also where n or k is 1.
"""

FAILS = {"weighted_sum", "gradient_flow"}



def predict(X, weight, bias):
    return (X @ weight).squeeze()
