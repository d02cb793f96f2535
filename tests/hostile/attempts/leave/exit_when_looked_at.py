"""Returns an object that ends the process when somebody looks at it."""

import os

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (exit status 0)."


class Total:
    def __repr__(self):
        os._exit(0)


def total(numbers):
    return Total()
