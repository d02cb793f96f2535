"""Sleeps for a while in every call; all calls together take a judge half a minute and cost nothing."""

import time

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "without computing anything"


def total(numbers):
    time.sleep(0.35)
    return float(sum(numbers))
