"""A process that has loaded what its children need, and forks one whenever the judge asks: its handle in the judge."""

import os
import select
import socket
import subprocess
import tempfile

import msgspec

from grader.messages import _
from grader.pipe.control import MAX_MESSAGE, Begin, Forked, Prepared, Unable, decode_message, encode
from grader.pipe.errors import GraderFault
from grader.pipe.limits import START_SECONDS
from grader.pipe.processes import ForkedProcess, environment, read_back


class LoadedProcess:
    """The judge's handle of a loaded process.

    Args:
        command: what starts it, with the control socket as its standard input.
    """

    def __init__(self, command: list[str]) -> None:
        self._control, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(START_SECONDS)
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process
        self._loaded: Prepared | None = None
        with other:
            self._process = subprocess.Popen(
                command,
                stdin=other.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=self._stderr,
                cwd=tempfile.gettempdir(),
                env=environment(),
            )

    @property
    def is_loaded(self) -> bool:
        """Whether it has said already that everything is loaded."""
        return self._loaded is not None

    @property
    def is_loading(self) -> bool:
        """Whether it has said nothing yet."""
        if self._loaded is not None:
            return False
        answers = select.poll()
        answers.register(self._control, select.POLLIN)
        return not answers.poll(0)

    def loaded(self) -> Prepared:
        """What it says when everything is loaded; raises GraderFault."""
        if self._loaded is None:
            try:
                message = decode_message(self._control.recv(MAX_MESSAGE))
            except (OSError, msgspec.DecodeError):
                said = read_back(self._stderr)
                fault = _("the process that runs the exercises did not start. {said}")
                raise GraderFault(fault.format(said=said)) from None
            if isinstance(message, Unable):
                fault = _("torch cannot be imported here ({why}). Install it: pip install -e .")
                raise GraderFault(fault.format(why=message.message))
            assert isinstance(message, Prepared)
            self._loaded = message
        return self._loaded

    def fork(self, begin: Begin) -> ForkedProcess:
        """Start a worker; raises OSError if this process is gone, and GraderFault if it never came to be."""
        self.loaded()
        channel, other = socket.socketpair()
        reading, writing = os.pipe()
        with other:
            try:
                socket.send_fds(self._control, [encode(begin)], [other.fileno(), writing])
            finally:
                os.close(writing)
        message, descriptors, _flags, _address = socket.recv_fds(self._control, MAX_MESSAGE, 1)
        if not message:
            channel.close()
            os.close(reading)
            raise OSError("the loaded process is gone")
        forked = decode_message(message)
        assert isinstance(forked, Forked)
        return ForkedProcess(forked.pid, descriptors[0], channel, reading)

    def close(self) -> None:
        """End it, and with it its workers."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._stderr.close()
