"""What each host reads: files, outputs and annotations, all made from one result document.

`python -m grader run --host NAME` grades, prints the report, and calls the host's `deliver`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from grader.hosts import actions, classroom, classroom50, gradescope
from grader.hosts.graded import Graded

__all__ = ["HOSTS", "Graded", "Host"]


@dataclass(frozen=True)
class Host:
    """A place where submissions are graded.

    Attributes:
        deliver: writes what the host reads; raises OSError.
        reads_exit_status: whether missing points are said by exit status 1; the others read a file, and take any
            status but 0 for a fault.
        reads_commands: whether lines of its log can be commands, so that the report has to be guarded.
    """

    deliver: Callable[[Graded], None]
    reads_exit_status: bool
    reads_commands: bool = True


HOSTS = {
    "actions": Host(actions.deliver, reads_exit_status=True),
    "classroom": Host(classroom.deliver, reads_exit_status=False),
    "classroom50": Host(classroom50.deliver, reads_exit_status=False),
    "gradescope": Host(gradescope.deliver, reads_exit_status=False, reads_commands=False),
}
