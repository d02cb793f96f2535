"""Plants links to files outside."""

import os

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.symlink("/etc/passwd", "@drop@/symbolic")
    os.link("@secret@", "@drop@/hard")
    return 0.0
