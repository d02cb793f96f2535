"""The layer `landlock`: a ruleset that handles every right the kernel knows and allows none.

Source: Linux, Documentation/userspace-api/landlock.rst, and linux/landlock.h.
"""

import ctypes
import os

from grader.isolation import libc

# the same numbers on every architecture
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_CREATE_RULESET_VERSION = 1
# how many rights to files each version of the interface knows, from the first on
_FILE_RIGHTS = (13, 14, 15, 15, 16)
_TCP_SINCE, _SCOPES_SINCE = 4, 6
_TCP_RIGHTS = 0b11  # bind, connect
_SCOPES = 0b11  # abstract unix sockets, signals to processes outside


class _RulesetAttributes(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


def version() -> int:
    """The kernel's version of the interface; raises OSError where there is none."""
    return libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _CREATE_RULESET_VERSION)


def forbid_everything() -> None:
    """Take away every file, TCP and signals to others, for good; raises OSError. Wants no-new-privileges."""
    known = version()
    attributes = _RulesetAttributes(
        handled_access_fs=(1 << _FILE_RIGHTS[min(known, len(_FILE_RIGHTS)) - 1]) - 1,
        handled_access_net=_TCP_RIGHTS if known >= _TCP_SINCE else 0,
        scoped=_SCOPES if known >= _SCOPES_SINCE else 0,
    )
    # older kernels take the longer structure as long as what they do not know is zero
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(ctypes.sizeof(attributes)), 0)
    try:
        libc.syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), 0)
    finally:
        os.close(ruleset)
