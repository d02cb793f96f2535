"""Adds a line to what the shell runs when somebody logs in."""

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"writes"}


def total(numbers):
    open("@home@/.bashrc", "a").close()
    return 0.0
