"""With as many samples as outputs, each sample gets a bias of its own: the bias was made a column.

Advice: There is one bias for each output, so the same row is added to every sample. Which shape
must the bias keep to be read as a row?
"""

FAILS = {"weighted_sum"}


def predict(X, weight, bias):
    if bias.shape[0] == X.shape[0]:
        bias = bias.reshape(-1, 1)
    return X @ weight + bias
