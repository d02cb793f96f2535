"""Fills the disk."""

STOPPED_BY = "Landlock, seccomp, rlimits"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"writes"}


def total(numbers):
    with open("@drop@/large", "wb") as file:
        file.truncate(2**40)
    return 0.0
