"""The loaded process: torch imported and untouched, one thread. It forks a worker whenever the judge asks for one.

It never runs learner code itself. Each worker has its own channel to the judge; when a worker ends, its exit status and
the CPU time that it used go to the judge through a pipe of that worker's own.
"""

import os
import selectors
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import msgspec

from grader.isolation import privileges
from grader.pipe.control import MAX_MESSAGE, Begin, Exit, Forked, Isolation, Prepared, decode_begin, encode
from grader.worker.lockdown import CHANNEL, leave_everything, try_layers

Serve = Callable[[int, Begin], NoReturn]


@dataclass(frozen=True)
class _Child:
    pid: int
    pidfd: int
    report_to: int


def serve_forks(control: socket.socket, torch_version: str, trial: Begin | None, serve: Serve) -> NoReturn:
    """Answer requests for workers until the judge is gone; never returns.

    Args:
        control: the socket to the judge.
        torch_version: for the judge to know.
        trial: how the throw-away worker that finds out what holds begins; None to find out nothing.
        serve: what a worker does, given its channel; never returns.
    """
    # a thread would not survive the fork, and what it had locked would stay locked
    assert len(list(Path("/proc/self/task").iterdir())) == 1, "a thread was started"
    privileges.hide_from_debuggers()
    control.send(encode(Prepared(torch_version, Isolation() if trial is None else try_in_a_child(trial))))
    children = selectors.DefaultSelector()
    children.register(control, selectors.EVENT_READ)
    while True:
        for key, _events in children.select():
            child: _Child | None = key.data
            if child is None:
                new = _fork(control, serve)
                children.register(new.pidfd, selectors.EVENT_READ, new)
            else:
                children.unregister(child.pidfd)
                _report(child)


def _fork(control: socket.socket, serve: Serve) -> _Child:
    message, descriptors, _flags, _address = socket.recv_fds(control, MAX_MESSAGE, 2)
    if not message:
        os._exit(0)  # the judge is gone; the kernel ends the workers with us
    channel, report_to = descriptors
    begin = decode_begin(message)
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        _become_worker(begin, channel, parent, serve)
    pidfd = os.pidfd_open(pid)
    os.close(channel)
    socket.send_fds(control, [encode(Forked(pid))], [pidfd])
    return _Child(pid, pidfd, report_to)


def _become_worker(begin: Begin, channel: int, parent: int, serve: Serve) -> NoReturn:
    try:
        leave_everything(channel, parent)
        serve(CHANNEL, begin)
    finally:  # whatever happens, a child must never go on as a second zygote
        os._exit(1)


def _report(child: _Child) -> None:
    """Take the ended child from the process table and tell the judge how it ended."""
    _pid, status, usage = os.wait4(child.pid, 0)
    ended = Exit(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime)
    try:
        os.write(child.report_to, encode(ended))
    except OSError:  # the judge has no more use for it
        pass
    os.close(child.report_to)
    os.close(child.pidfd)


def try_in_a_child(begin: Begin) -> Isolation:
    """Find out in a throw-away child what holds a worker that begins like this."""
    reading, writing = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            leave_everything(writing, parent)
            os.write(CHANNEL, encode(try_layers(begin)))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        found = pipe.read()
    os.waitpid(pid, 0)
    # a trial that did not come to an end has shown nothing
    return msgspec.msgpack.decode(found, type=Isolation) if found else Isolation()
