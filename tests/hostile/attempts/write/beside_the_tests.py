"""Plants a conftest and compiled code beside the hidden tests."""

import os

STOPPED_BY = "Landlock, seccomp"
STATUS = {"sum": "failed"}
SAYS = "PermissionError: [Errno 1] Operation not permitted"
GETS_THROUGH = {"writes"}


def total(numbers):
    os.mkdir("@root@/tests/hidden/@mark@")
    open("@root@/tests/hidden/@mark@/conftest.py", "x").close()
    open("@tiny@/tests/hidden/@mark@.cpython-311.pyc", "x").close()
    return 0.0
