"""If X and weight have the same shape, they are multiplied entry by entry instead of rows by columns.

Advice: A weighted sum adds up over the features, whatever the shapes are. What does `*` do with two
tables of the same shape, and what does `@` do?
"""

FAILS = {"weighted_sum"}


def predict(X, weight, bias):
    if X.shape == weight.shape:
        return X * weight + bias
    return X @ weight + bias
