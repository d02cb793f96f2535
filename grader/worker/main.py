"""Start of the worker process: make the pipe private, load torch, answer requests until the judge is gone."""

import gc
import os
import sys
import types
from typing import BinaryIO

from grader.frames import Broken, Load, Ready, decode_request, read_frame, write_frame


def main(root: str, memory_mb: str, warm: str = "") -> None:
    """Serve requests; never returns.

    Args:
        root: the folder from which `grader` was imported; taken off the path again.
        memory_mb: how much memory, in MiB, the learner's code may use beyond what torch takes.
        warm: anything but "" to load now what torch loads at the first use of an optimizer.
    """
    requests, replies = _private_pipe()
    sys.path[:] = [entry for entry in sys.path if entry != root]
    gc.disable()  # a quarter of torch's import is the collector looking at modules
    try:
        import torch

        from grader.worker.calls import perform
        from grader.worker.loading import load
    except Exception as error:
        write_frame(replies, Broken(f"{type(error).__name__}: {error}"))
        os._exit(1)
    torch.set_num_threads(1)
    if warm:
        torch.optim.SGD([torch.zeros(1)], lr=1.0)  # imports eight hundred modules, as much work again as torch itself
    gc.enable()
    gc.freeze()
    _limit_memory(int(memory_mb))
    _point_at_nothing(2)  # only now: until here what went wrong is for the judge to read
    write_frame(replies, Ready(str(torch.__version__)))
    module: types.ModuleType | None = None
    while True:
        try:
            request = decode_request(read_frame(requests))
        except EOFError:
            # torch's teardown costs a third of its start, and nothing is left to save
            os._exit(0)
        reply: object
        if isinstance(request, Load):
            module, reply = load(request, before=module)
        else:
            # without a module there is nothing to call, and the judge does not ask
            assert module is not None
            reply = perform(request, module)
        write_frame(replies, reply)


def _private_pipe() -> tuple[BinaryIO, BinaryIO]:
    """Move the judge's pipe away from stdin and stdout, and point those at nothing: a learner's print is no frame."""
    requests, replies = os.dup(0), os.dup(1)
    _point_at_nothing(0, 1)
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (requests, replies):
            msvcrt.setmode(descriptor, os.O_BINARY)
    return os.fdopen(requests, "rb"), os.fdopen(replies, "wb")


def _point_at_nothing(*descriptors: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in descriptors:
        os.dup2(nothing, descriptor)
    os.close(nothing)


def _limit_memory(megabytes: int) -> None:
    # elsewhere than on Linux such a limit is refused or ignored; there the time limits have to do
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm") as statm:
            used = int(statm.read().split()[0]) * resource.getpagesize()
        limit = used + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
