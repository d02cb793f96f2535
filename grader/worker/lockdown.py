"""The order in which a worker gives up its rights, between the fork and the learner's first byte."""

import os
import platform
from collections.abc import Callable

from grader.isolation import landlock, limits, privileges, seccomp
from grader.isolation.trial import SHOWN_BY, attempts, is_refused
from grader.pipe.control import Begin, Isolation
from grader.worker.descriptors import point_at_nothing

CHANNEL = 3  # the worker's only descriptor beside the standard three, which lead nowhere


def leave_everything(channel: int, parent: int) -> None:
    """Let go of what a forked process has from its parent: descriptors, environment, session.

    Args:
        channel: the descriptor to keep; it becomes number 3.
        parent: the process id of the parent, which must still be there.
    """
    os.setsid()
    os.dup2(channel, CHANNEL)
    os.closerange(CHANNEL + 1, os.sysconf("SC_OPEN_MAX"))
    point_at_nothing(0, 1, 2)
    os.environ.clear()
    os.chdir("/")
    privileges.end_with_parent()
    if os.getppid() != parent:  # it ended before the kernel was told to end us with it
        os._exit(1)


def lock_down(begin: Begin) -> None:
    """Put the layers that `begin` names in force; those that this kernel lacks are left out, as `try_layers` finds."""
    for layer, apply in _layers(begin).items():
        if layer in begin.layers:
            _apply(apply)


def try_layers(begin: Begin) -> Isolation:
    """Put the layers in force one by one in this (throw-away) process, trying what each of them should refuse."""
    tries = attempts(begin.memory_mb)
    in_force = ["process"]
    for layer, apply in _layers(begin).items():
        if layer in begin.layers and _apply(apply) and all(is_refused(tries[name]) for name in SHOWN_BY[layer]):
            in_force.append(layer)
    refused = {name: is_refused(attempt) for name, attempt in tries.items()}
    return Isolation("full" if all(refused.values()) else "process-only", tuple(in_force), refused)


def _layers(begin: Begin) -> dict[str, Callable[[], None]]:
    machine = platform.machine()
    # limits first, for they are read from /proc; the filter last, for the others are system calls that it refuses
    return {
        "limits": lambda: limits.apply(begin.memory_mb, begin.cpu_seconds),
        "privileges": lambda: privileges.drop(machine),
        "landlock": landlock.forbid_everything,
        "seccomp": lambda: seccomp.allow_only_computing(machine, os.getpid()),
    }


def _apply(layer: Callable[[], None]) -> bool:
    try:
        layer()
    except (OSError, KeyError):  # a kernel without it, or a machine that the filter does not know
        return False
    return True
