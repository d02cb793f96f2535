"""With one feature, all outputs are added up into one column, so every output gets the same number.

Advice: With d = 1 the sum over the features has a single term for each output. Is a special case
needed, or does the matrix product handle it by itself?
"""

FAILS = {"weighted_sum"}


def predict(X, weight, bias):
    if X.shape[1] == 1:
        return (X * weight).sum(dim=1, keepdim=True) + bias
    return X @ weight + bias
