"""Sleeps for ever, catches whatever is raised, and ignores every signal that can be ignored."""

import signal
import time

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "The call did not finish within 0.6 seconds, so it was stopped."

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)


def total(numbers):
    while True:
        try:
            time.sleep(1000)
        except BaseException:
            pass
