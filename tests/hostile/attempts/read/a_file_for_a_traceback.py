"""Asks linecache for the lines of a file, as a traceback does."""

import linecache

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "returned ''"
GETS_THROUGH = {"reads"}


def total(numbers):
    return linecache.getline("@secret@", 1)
