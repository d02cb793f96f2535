"""Start of a process with torch: load it, then fork workers from it, or be the one worker where forking is not safe."""

import gc
import importlib.util
import os
import socket
import sys
import time
import types
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import IO, NoReturn

import msgspec

from grader.pipe.codec import BadFrame, decode_request, encode_reply, read_frame, write_frame
from grader.pipe.control import Begin, Unable, encode
from grader.pipe.frames import (
    All,
    Broken,
    Builders,
    Call,
    CallAll,
    CallEach,
    Load,
    LoadAll,
    Printed,
    Raised,
    Ready,
    RunTests,
)
from grader.worker.descriptors import point_at_nothing, private_pipe

_SOCKET = 0  # where the judge puts the control socket


def fork_workers(root: str, everything: str, trial: str) -> NoReturn:
    """Load torch and fork workers.

    Args:
        root: the folder from which `grader` was imported; taken off the path again.
        everything: anything but "" for all of torch; otherwise its compiler is left out.
        trial: a `Begin` as JSON: how isolation is tried, and which modules are loaded for every worker.
    """
    from grader.worker.lockdown import lock_down
    from grader.worker.preload import import_all
    from grader.worker.refuse_imports import refuse_further_imports
    from grader.worker.zygote import serve_forks

    control = socket.socket(fileno=os.dup(_SOCKET))
    before = msgspec.json.decode(trial, type=Begin)
    try:
        version = _load_torch(root, everything, before.preload)
    except Exception as error:
        control.send(encode(Unable(f"{type(error).__name__}: {error}")))
        os._exit(1)

    def serve(channel: int, begin: Begin) -> NoReturn:
        requests, replies = os.fdopen(channel, "rb", closefd=False), os.fdopen(channel, "wb", closefd=False)
        try:
            import_all(begin.preload)
        except Exception as error:
            write_frame(replies, Broken(f"{type(error).__name__}: {error}"))
            os._exit(1)
        refuse_further_imports(root)
        lock_down(begin)
        write_frame(replies, Ready(version))
        _answer(requests, replies, version)

    serve_forks(control, version, before, serve)


def find_isolation(root: str, trial: str) -> None:  # noqa: ARG001  # every process is told where it comes from
    """Write on stdout what holds a worker that begins like `trial`; torch is not needed for that."""
    from grader.worker.zygote import try_in_a_child

    sys.stdout.buffer.write(msgspec.json.encode(try_in_a_child(msgspec.json.decode(trial, type=Begin))))


def be_the_worker(root: str, everything: str, begin_json: str) -> NoReturn:
    """Load torch and answer requests on stdin and stdout, for systems on which a fork is not safe.

    Args:
        root: the folder from which `grader` was imported; taken off the path again.
        everything: as for `fork_workers`.
        begin_json: a `Begin` as JSON.
    """
    requests, replies = private_pipe()
    begin = msgspec.json.decode(begin_json, type=Begin)
    try:
        from grader.worker.refuse_imports import refuse_further_imports

        version = _load_torch(root, everything, begin.preload)
    except Exception as error:
        write_frame(replies, Broken(f"{type(error).__name__}: {error}"))
        os._exit(1)
    _limit(begin)
    refuse_further_imports(root)
    point_at_nothing(2)  # only now: until here what went wrong is for the judge to read
    write_frame(replies, Ready(version))
    _answer(requests, replies, version)


def _load_torch(root: str, everything: str, further: Sequence[str]) -> str:
    sys.path[:] = [entry for entry in sys.path if entry != root]
    if importlib.util.find_spec("torch") is None:
        sys.path.append(root)  # an installed grader lies where torch lies
    gc.disable()  # a quarter of torch's import is the collector looking at modules
    from grader.worker.torch_parts import COMPILER, leave_out

    if not everything:
        leave_out()
    import torch

    # what the workers need of ours, while our folder's modules can still be found
    from grader.worker import calls, loading, side_by_side, suite  # noqa: F401
    from grader.worker.preload import import_all, preload, prepare_hypothesis

    torch.set_num_threads(1)
    preload()
    if everything:
        import_all((COMPILER,))
    import_all(further)
    prepare_hypothesis()
    gc.enable()
    gc.freeze()  # a forked child's first collection would otherwise copy all that is loaded
    return str(torch.__version__)


def _answer(requests: IO[bytes], replies: IO[bytes], version: str) -> NoReturn:
    """Answer requests until the judge is gone."""
    from grader.worker.builders import Builder, load_builders
    from grader.worker.calls import perform
    from grader.worker.loading import load
    from grader.worker.printing import Prints
    from grader.worker.ruled_out import Watch
    from grader.worker.side_by_side import SideBySide
    from grader.worker.suite import Line, run_tests

    watch = Watch(())
    module: types.ModuleType | None = None
    builders: Mapping[str, Builder] = {}
    prints = Prints()
    side_by_side = SideBySide(prints)
    while True:
        try:
            ticket, body = read_frame(requests)
        except EOFError:
            # torch's teardown costs a third of its start, and nothing is left to save
            os._exit(0)
        request = decode_request(body)
        reply: object
        match request:
            case Builders():
                builders, reply = load_builders(request, version)
            case Load():
                module, reply = load(request, module, prints)
                watch = Watch(request.watched)
            case LoadAll():
                reply = side_by_side.load(request)
            case CallEach():
                reply = side_by_side.call(request, builders)
            case CallAll(calls) if module is not None:
                bodies, times = [], [time.process_time()]
                for call in calls:
                    bodies.append(encode_reply(perform(call, module, prints, builders, watch)))
                    times.append(time.process_time())
                reply = All(tuple(bodies), tuple(after - before for before, after in pairwise(times)))
            case RunTests() if module is not None:
                reply = run_tests(request, module, prints, Line(requests, replies, ticket))
            case Call() if module is not None:
                reply = perform(request, module, prints, builders, watch)
            case _:
                raise AssertionError("without a module there is nothing to call, and the judge does not ask")
        try:
            write_frame(replies, reply, ticket)
        except BadFrame:
            too_large = Raised("ValueError", "what came back is too large to look at", (), None, Printed())
            write_frame(replies, too_large, ticket)


def _limit(begin: Begin) -> None:
    # elsewhere than on Linux such limits are refused or ignored; there the judge's time limits have to do
    if sys.platform == "linux" and "limits" in begin.layers:
        from grader.isolation import limits

        limits.apply(begin.memory_mb, begin.cpu_seconds)
