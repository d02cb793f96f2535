"""If there are as many outputs as features, the weight is transposed, though nothing is wrong with it.

Advice: Rows of the weight are features and columns are outputs, in a square table too. Which of the
two do the features of X meet in the product?
"""

FAILS = {"weighted_sum"}


def predict(X, weight, bias):
    if weight.shape[1] == X.shape[1]:
        weight = weight.T
    return X @ weight + bias
