"""Leaves a file where every program leaves files."""

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"writes"}


def total(numbers):
    for folder in ("@tmp@", "/tmp", "/var/tmp", "/dev/shm"):
        open(folder + "/@mark@", "x").close()
    return 0.0
