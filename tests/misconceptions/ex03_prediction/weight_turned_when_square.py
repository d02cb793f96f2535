"""A weight with as many outputs as features is turned, though nothing is wrong with it.

Advice: Rows of weight stand for features, columns for outputs, also in a square table. Which of the
two do the features of X meet in the product?
"""

FAILS = {"weighted_sum"}


def predict(X, weight, bias):
    if weight.shape[1] == X.shape[1]:
        weight = weight.T
    return X @ weight + bias
