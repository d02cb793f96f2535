"""Classic BPF as seccomp runs it: a list of tests on the system call's number and arguments.

Source: Linux, Documentation/userspace-api/seccomp_filter.rst, linux/seccomp.h, linux/filter.h.
"""

import struct
from dataclasses import dataclass

# what a filter may answer
ALLOW = 0x7FFF_0000
KILL_PROCESS = 0x8000_0000

# where `struct seccomp_data` keeps things; both supported machines are little-endian
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16

_LOAD, _RETURN = 0x20, 0x06
_JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST = 0x15, 0x35


@dataclass(frozen=True)
class Instruction:
    """One instruction; jumps count the instructions to leave out."""

    code: int
    value: int
    if_true: int = 0
    if_false: int = 0

    def packed(self) -> bytes:
        """The kernel's `struct sock_filter`."""
        return struct.pack("=HBBI", self.code, self.if_true, self.if_false, self.value)


def refuse(errno: int) -> int:
    """The answer that makes the system call fail with this error."""
    return 0x0005_0000 | errno


def answer(value: int) -> Instruction:
    """End with this answer."""
    return Instruction(_RETURN, value)


def load_number() -> Instruction:
    """Look at the system call's number."""
    return Instruction(_LOAD, _NUMBER)


def load_machine() -> Instruction:
    """Look at the machine that the call is made for."""
    return Instruction(_LOAD, _MACHINE)


def load_argument(index: int, high: bool = False) -> Instruction:
    """Look at the low or high 32 bits of an argument."""
    return Instruction(_LOAD, _ARGUMENTS + 8 * index + 4 * high)


def if_equal(value: int, skip: int) -> Instruction:
    """Leave out the next `skip` instructions if equal, else go on."""
    return Instruction(_JUMP_IF_EQUAL, value, skip, 0)


def unless_equal(value: int, skip: int) -> Instruction:
    """Go on if equal, else leave out the next `skip` instructions."""
    return Instruction(_JUMP_IF_EQUAL, value, 0, skip)


def unless_at_least(value: int, skip: int) -> Instruction:
    """Go on if at least as large, else leave out the next `skip` instructions."""
    return Instruction(_JUMP_IF_AT_LEAST, value, 0, skip)
