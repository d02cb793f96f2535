"""Looks for descriptors that somebody forgot to close."""

import errno
import os

STOPPED_BY = "closed descriptors"
STATUS = {"sum": "failed"}
SAYS = "returned [0, 1, 2, 3]"


def is_open(descriptor):
    try:
        os.lseek(descriptor, 0, os.SEEK_CUR)
    except OSError as error:
        return error.errno != errno.EBADF
    return True


def total(numbers):
    return [descriptor for descriptor in range(4096) if is_open(descriptor)]
