"""The function is asked about the mean.

Advice: Call it with every value, and average what it answers.
"""

FAILS = {"mean"}


def mean_response(function, x):
    return function(x.mean())
