"""The exit statuses of every command."""

NOT_ALL_PASSED = 1  # something did not pass, or is not as it should be
USAGE = 2  # a wrong option, name or path; nothing was done
FAULT = 3  # the grader itself, or the system below it, could not do its work
