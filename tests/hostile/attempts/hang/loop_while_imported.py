"""Never gets to the end of the file."""

STOPPED_BY = "time limits"
STATUS = {"sum": "error"}
SAYS = "importing the file did not finish within 0.6 seconds, so it was stopped"

while True:
    pass


def total(numbers):
    return 0.0
