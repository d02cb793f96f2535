"""Writes a file of its own."""

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"writes"}


def total(numbers):
    open("@drop@/@mark@", "w").close()
    return 0.0
