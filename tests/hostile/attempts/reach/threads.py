"""Starts a thread that goes on between the calls."""

import threading
import time

STOPPED_BY = "seccomp"
STATUS = {"sum": "failed"}
SAYS = "RuntimeError: can't start new thread"


def total(numbers):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    return 0.0
