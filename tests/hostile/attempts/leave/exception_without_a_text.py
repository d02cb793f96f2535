"""Raises an exception that ends the process when somebody asks for its text."""

import os

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "The call ended the Python process (exit status 0)."


class Silent(Exception):
    def __str__(self):
        os._exit(0)


def total(numbers):
    raise Silent
