"""Slices."""


def running(numbers):
    return [float(sum(numbers[: i + 1])) for i in range(len(numbers))]


def last(numbers):
    return running(numbers)[-1]
