"""Ends the program with sys.exit(0) while it is imported, as if all had gone well."""

import sys

STOPPED_BY = "separate process"
STATUS = {"sum": "error"}
SAYS = "ex01_total.py cannot be imported: running it raises an exception. SystemExit: 0"

sys.exit(0)


def total(numbers):
    return 0.0
