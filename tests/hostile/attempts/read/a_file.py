"""Opens a file and returns what is in it."""

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 13] Permission denied"
GETS_THROUGH = {"reads"}


def total(numbers):
    with open("@secret@") as file:
        return file.read()
