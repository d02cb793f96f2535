"""A weight with as many outputs as features is turned, though nothing is wrong with it.

Advice: Rows of weight stand for features, columns for outputs, also in a square table. Which of the
two does X need to meet? Sizes cannot tell, the order of the shapes (n, d) and (d, k) can.
"""

FAILS = {"weighted_sum"}


def predict(X, weight, bias):
    if weight.shape[1] == X.shape[1]:
        weight = weight.T
    return X @ weight + bias
