"""A keyword default."""


def running(numbers, start=0.0):
    out = []
    for number in numbers:
        start += number
        out.append(start)
    return out


def last(numbers):
    return float(sum(numbers))
