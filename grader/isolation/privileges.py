"""The layer `privileges`: no capability, no way to gain one, and no life beyond the parent's.

Capabilities are dropped instead of the user: a worker started by root stays uid 0 so that files below /root, where
an environment may lie, could be read until now; what uid 0 may still do with files is the next layers' matter.
"""

import ctypes
import signal

from grader.isolation import libc

# from linux/prctl.h and linux/capability.h
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_CAPBSET_DROP = 24
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4
_CAPABILITY_VERSION_3 = 0x20080522
_MOST_CAPABILITIES = 64
_SYS_CAPSET = {"x86_64": 126, "aarch64": 91}


def end_with_parent() -> None:
    """Have the kernel kill this process when its parent ends."""
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def hide_from_debuggers() -> None:
    """Keep processes of the same user from reading this one's memory; forked children inherit it."""
    libc.prctl(_PR_SET_DUMPABLE, 0)


def drop(machine: str) -> None:
    """Give up every capability for good."""
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1)
    libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL)
    for capability in range(_MOST_CAPABILITIES):
        try:
            libc.prctl(_PR_CAPBSET_DROP, capability)
        except OSError:  # beyond the last that the kernel knows, or not allowed to drop any
            break
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    libc.syscall(_SYS_CAPSET[machine], ctypes.byref(header), ctypes.byref(nothing))
