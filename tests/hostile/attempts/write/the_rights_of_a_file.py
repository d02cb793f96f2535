"""Makes a file readable and writable for everybody, which Landlock does not cover."""

import os

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.chmod("@secret@", 0o777)
    return 0.0
