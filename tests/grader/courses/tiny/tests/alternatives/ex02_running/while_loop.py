"""A while loop."""


def running(numbers):
    out, i, total = [], 0, 0.0
    while i < len(numbers):
        total += numbers[i]
        out += [total]
        i += 1
    return out


def last(numbers):
    return float(sum(numbers))
