"""The layers: what each refuses is found by trying, and the filter answers as it should on every machine it knows."""

import errno
import struct
import sys

import pytest

from grader.isolation import LAYERS, bpf, seccomp
from grader.pipe.control import Isolation
from grader.pipe.errors import GraderFault
from grader.pipe.launcher import Launcher, can_fork
from grader.pipe.limits import Limits
from grader.session.doctor import require_full

linux = pytest.mark.skipif(not can_fork(), reason="nothing but a process of its own holds a worker on this system")
OWN_PID = 4321
MACHINES = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
REFUSED = bpf.refuse(errno.EPERM)


# ---- what holds, by trying ----


@linux
def test_with_all_layers_a_worker_can_do_nothing_but_answer() -> None:
    """Every attempt is refused, and every layer is in force."""
    with Launcher() as launcher:
        found = launcher.isolation(Limits())

    assert (found.level, found.layers) == ("full", ("process", *LAYERS))


@linux
def test_the_trial_sees_what_is_missing() -> None:
    """Without layers each attempt gets through: a trial that always says "refused" would show nothing."""
    with Launcher(layers=()) as launcher:
        found = launcher.isolation(Limits(memory_mb=1))

    possible = {name for name, refused in found.attempts.items() if not refused}
    assert found.level == "process-only"
    assert {"read a file", "list a folder", "write a file", "open a socket", "start a process"} <= possible


@linux
@pytest.mark.parametrize(
    ("layer", "shown"),
    [("limits", "take more memory"), ("landlock", "read a file"), ("seccomp", "open a socket")],
)
def test_a_layer_alone_refuses_what_it_should(layer: str, shown: str) -> None:
    """Beside the privileges, which the last two want dropped."""
    with Launcher(layers=(layer, "privileges")) as launcher:
        found = launcher.isolation(Limits())

    assert layer in found.layers
    assert found.attempts[shown]


@linux
def test_the_filter_alone_leaves_no_file_either() -> None:
    """Where a kernel has no Landlock, marks are as safe: without open there is no file system."""
    with Launcher(layers=("limits", "privileges", "seccomp")) as launcher:
        found = launcher.isolation(Limits())

    assert found.level == "full"
    assert "landlock" not in found.layers


@linux
@pytest.mark.parametrize("loaded_before", [False, True], ids=["torch not loaded", "torch loaded"])
def test_the_trial_needs_no_torch(loaded_before: bool) -> None:
    """A run in which nothing was attempted says the same as any other."""
    with Launcher() as launcher:
        if loaded_before:
            launcher.prepare(Limits())
        assert launcher.isolation(Limits()).level == "full"


def test_started_workers_claim_nothing() -> None:
    """Where workers cannot be forked nothing is tried, so nothing is said to hold."""
    with Launcher(fork=False) as launcher:
        assert launcher.isolation(Limits()) == Isolation("process-only", ("process",), {})


def test_required_isolation_is_refused_in_one_sentence() -> None:
    """With what a worker could do, and where to go."""
    found = Isolation("process-only", ("process",), {"read a file": False, "open a socket": True})

    with pytest.raises(GraderFault, match=r"a worker could read a file\); grade on Linux"):
        require_full(found)


# ---- the filter, run as the kernel would ----


def answer(machine: str, number: int, *arguments: int, made_for: int | None = None) -> int:
    """What the filter for `machine` answers to a system call: an interpreter of the instructions that it uses."""
    padded = (*arguments, *[0] * 6)[:6]
    made_for = MACHINES[machine] if made_for is None else made_for
    data = struct.pack("=IIQ6Q", number, made_for, 0, *padded)
    program = seccomp.program(machine, OWN_PID)
    at, register = 0, 0
    while True:
        one = program[at]
        at += 1
        if one.code == 0x20:
            (register,) = struct.unpack_from("=I", data, one.value)
        elif one.code == 0x06:
            return one.value
        else:
            holds = register == one.value if one.code == 0x15 else register >= one.value
            at += one.if_true if holds else one.if_false


def known_calls(table: dict[str, tuple[int | None, int | None]]) -> list[tuple[str, int]]:
    """Each machine with each number that it has in the table."""
    return [
        (machine, number)
        for numbers in table.values()
        for machine, number in zip(MACHINES, numbers, strict=True)
        if number is not None
    ]


@pytest.mark.parametrize(("machine", "number"), known_calls(seccomp._ALLOWED))
def test_what_computing_needs_is_allowed(machine: str, number: int) -> None:
    """On both machines."""
    assert answer(machine, number) == bpf.ALLOW


@pytest.mark.parametrize(("machine", "number"), known_calls(seccomp._FILES))
def test_files_are_refused_as_python_expects(machine: str, number: int) -> None:
    """With "permission denied"."""
    assert answer(machine, number) == bpf.refuse(errno.EACCES)


# socket, clone, fork, vfork, execve, ptrace, chmod, fcntl, ioctl, prctl, sendmsg, memfd_create, io_uring's neighbours
@pytest.mark.parametrize("number", [41, 56, 57, 58, 59, 101, 90, 72, 16, 157, 46, 319, 310, 323, 298, 250])
def test_what_reaches_out_is_refused(number: int) -> None:
    """On x86_64, by the numbers of its table."""
    assert answer("x86_64", number) == REFUSED


# socket, clone, execve, ptrace, fchmodat, fcntl, ioctl, prctl, sendmsg, memfd_create
@pytest.mark.parametrize("number", [198, 220, 221, 117, 53, 25, 29, 167, 211, 279])
def test_what_reaches_out_is_refused_on_arm(number: int) -> None:
    """On aarch64, by the numbers of its table."""
    assert answer("aarch64", number) == REFUSED


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_of_later_kernels_do_not_exist(machine: str) -> None:
    """clone3 and whatever comes: a C library then takes the older one, which has its own answer."""
    assert answer(machine, 435) == answer(machine, 9999) == bpf.refuse(errno.ENOSYS)


@pytest.mark.parametrize(("machine", "kill"), [("x86_64", 62), ("aarch64", 129), ("x86_64", 234), ("aarch64", 131)])
def test_signals_go_to_oneself_only(machine: str, kill: int) -> None:
    """abort() works, and nobody else is hit: not the parent, not a group, not everybody."""
    assert answer(machine, kill, OWN_PID, 6) == bpf.ALLOW
    assert {answer(machine, kill, target, 9) for target in (1, 0, 2**32 - 1, 2**64 - OWN_PID)} == {REFUSED}


@pytest.mark.parametrize(("machine", "prlimit"), [("x86_64", 302), ("aarch64", 261)])
def test_limits_can_be_read_and_not_set(machine: str, prlimit: int) -> None:
    """Setting passes a pointer, wherever in memory it may lie."""
    assert answer(machine, prlimit, 0, 7, 0, 0xFFFF) == bpf.ALLOW
    assert answer(machine, prlimit, OWN_PID, 7, 0, 0xFFFF) == bpf.ALLOW
    assert {answer(machine, prlimit, 0, 7, pointer) for pointer in (1, 1 << 32, 2**64 - 1)} == {REFUSED}
    assert answer(machine, prlimit, 1, 7, 0, 0xFFFF) == REFUSED  # of another process


@pytest.mark.parametrize(("machine", "number"), known_calls(dict(seccomp._CLOCKS)))
def test_only_ones_own_clocks_can_be_read(machine: str, number: int) -> None:
    """The system's and one's own have small numbers; another process's are negative."""
    assert {answer(machine, number, clock) for clock in range(12)} == {bpf.ALLOW}
    assert {answer(machine, number, (~pid << 3 | 2) % 2**32) for pid in (1, OWN_PID, 30_000)} == {REFUSED}


def test_numbers_of_other_machines_end_the_process() -> None:
    """32-bit calls and x32's second set of numbers have other meanings, so nothing honest uses them."""
    i386 = 0x4000_0003
    assert answer("x86_64", 5, made_for=i386) == bpf.KILL_PROCESS
    assert answer("x86_64", 0x4000_0000 + 2) == bpf.KILL_PROCESS


@pytest.mark.skipif(sys.platform != "linux", reason="the table is Linux's")
def test_an_unknown_machine_gets_no_filter_rather_than_a_wrong_one() -> None:
    """The trial then finds that the layer is missing."""
    with pytest.raises(KeyError):
        seccomp.program("riscv64", OWN_PID)
