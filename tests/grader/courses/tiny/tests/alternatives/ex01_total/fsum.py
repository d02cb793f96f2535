"""math.fsum."""


import math


def total(numbers):
    print("adding", numbers)
    return math.fsum(numbers)
