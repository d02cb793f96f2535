"""The layer `seccomp`: a filter that lets through what computing needs and refuses every other system call.

An allow-list: a call that a later kernel invents is refused from the first day. A refused call returns an error instead
of killing, so that a harmless call of a newer C library costs nobody their marks.
"""

import ctypes
import errno
from collections.abc import Iterator

from grader.isolation import bpf, libc
from grader.isolation.bpf import Instruction

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_AUDIT_MACHINE = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
_X32_BIT = 0x4000_0000  # x86-64's second set of numbers, which would get around the filter
# from this number on calls are so new that a C library tries an older one when it is told "no such call"
_NEW_SINCE = 424

_Numbers = tuple[int | None, int | None]  # on x86_64 and on aarch64; None where the machine has no such call

_ALLOWED: dict[str, _Numbers] = {
    # the channel, which is the only descriptor there is
    "read": (0, 63),
    "readv": (19, 65),
    "write": (1, 64),
    "writev": (20, 66),
    "lseek": (8, 62),
    "fstat": (5, 80),
    "close": (3, 57),
    "poll": (7, None),  # aarch64 has ppoll only
    "ppoll": (271, 73),
    "select": (23, None),  # aarch64 has pselect6 only
    "pselect6": (270, 72),
    # memory
    "brk": (12, 214),
    "mmap": (9, 222),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "mprotect": (10, 226),
    "madvise": (28, 233),
    # locks and signals within the process
    "futex": (202, 98),
    "rseq": (334, 293),
    "set_robust_list": (273, 99),
    "get_robust_list": (274, 100),
    "membarrier": (324, 283),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    # time, chance, and facts about the process itself
    "nanosleep": (35, 101),
    "gettimeofday": (96, 169),
    "times": (100, 153),
    "getrusage": (98, 165),
    "getrandom": (318, 278),
    "getcpu": (309, 168),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "uname": (63, 160),
    "sysinfo": (99, 179),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    # the end
    "exit": (60, 93),
    "exit_group": (231, 94),
}
# signals, to nobody else: raise() and abort() are tgkill with the own process
_SIGNALS = {"kill": (62, 129), "tgkill": (234, 131)}
_PRLIMIT = (302, 261)  # getrlimit, too, is this call; setting a limit is refused, and so is asking for another's
# of the system's clocks and its own; other processes' clocks have negative numbers
_CLOCKS = {"clock_gettime": (228, 113), "clock_getres": (229, 114), "clock_nanosleep": (230, 115)}
_MOST_CLOCKS = 16
# open and its kin say "permission denied", as Python programs expect of files
_FILES: dict[str, _Numbers] = {
    "open": (2, None),  # aarch64 has openat only
    "openat": (257, 56),
    "stat": (4, None),
    "newfstatat": (262, 79),
    "access": (21, None),
    "faccessat": (269, 48),
    "readlink": (89, None),
    "readlinkat": (267, 78),
}


def allow_only_computing(machine: str, own_pid: int) -> None:
    """Filter this process's system calls for good; raises OSError. Wants no-new-privileges.

    Args:
        machine: "x86_64" or "aarch64".
        own_pid: the process that signals may still go to.
    """
    body = b"".join(instruction.packed() for instruction in program(machine, own_pid))
    buffer = ctypes.create_string_buffer(body, len(body))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    described = Program(len(body) // 8, ctypes.addressof(buffer))
    libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(described))


def program(machine: str, own_pid: int) -> list[Instruction]:
    """The filter, as instructions; raises KeyError for a machine that it does not know."""
    return [
        bpf.load_machine(),
        # a call made as another machine's, like 32-bit ones, has other numbers: nothing honest does that
        bpf.if_equal(_AUDIT_MACHINE[machine], 1),
        bpf.answer(bpf.KILL_PROCESS),
        bpf.load_number(),
        *_rules(machine, own_pid),
        bpf.answer(bpf.refuse(errno.EPERM)),
    ]


def _rules(machine: str, own_pid: int) -> Iterator[Instruction]:
    column = ("x86_64", "aarch64").index(machine)
    if machine == "x86_64":
        yield from (bpf.unless_at_least(_X32_BIT, 1), bpf.answer(bpf.KILL_PROCESS))
    yield from (bpf.unless_at_least(_NEW_SINCE, 1), bpf.answer(bpf.refuse(errno.ENOSYS)))
    for numbers in _ALLOWED.values():
        yield from _if_number(numbers[column], bpf.ALLOW)
    for numbers in _SIGNALS.values():
        # only the low half: the kernel reads a process id as 32 bits
        yield from (
            bpf.unless_equal(numbers[column], 4),
            bpf.load_argument(0),
            bpf.unless_equal(own_pid, 1),
            bpf.answer(bpf.ALLOW),
            bpf.answer(bpf.refuse(errno.EPERM)),
        )
    for numbers in _CLOCKS.values():
        yield from (
            bpf.unless_equal(numbers[column], 4),
            bpf.load_argument(0),
            bpf.unless_at_least(_MOST_CLOCKS, 1),
            bpf.answer(bpf.refuse(errno.EPERM)),
            bpf.answer(bpf.ALLOW),
        )
    yield from (
        bpf.unless_equal(_PRLIMIT[column], 10),
        bpf.load_argument(2),
        bpf.unless_equal(0, 7),
        bpf.load_argument(2, high=True),
        bpf.unless_equal(0, 5),
        bpf.load_argument(0),
        bpf.unless_equal(0, 1),
        bpf.answer(bpf.ALLOW),
        bpf.unless_equal(own_pid, 1),
        bpf.answer(bpf.ALLOW),
        bpf.answer(bpf.refuse(errno.EPERM)),
    )
    for numbers in _FILES.values():
        yield from _if_number(numbers[column], bpf.refuse(errno.EACCES))


def _if_number(number: int | None, answer: int) -> Iterator[Instruction]:
    if number is not None:
        yield from (bpf.unless_equal(number, 1), bpf.answer(answer))
