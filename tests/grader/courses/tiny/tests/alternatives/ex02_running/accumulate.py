"""itertools."""


from itertools import accumulate


def running(numbers):
    return list(accumulate(numbers))


def last(numbers):
    return float(sum(numbers))
