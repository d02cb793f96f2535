"""Has torch map a file into memory."""

import torch

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "RuntimeError: unable to open file"
GETS_THROUGH = {"reads"}


def total(numbers):
    storage = torch.UntypedStorage.from_file("@secret@", False, 30)
    return bytes(storage.tolist()).decode()
