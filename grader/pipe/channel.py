"""The judge's end of the pipe: ask a worker, and end it from outside when it takes too long.

The judge blocks on the pipe without a time limit of its own; a watchdog thread kills a worker that is over its limits,
and the broken pipe wakes the judge. So a limit holds whatever the learner's code does with signals and exceptions, and
a call costs no more than a write and a read.
"""

import time
from collections.abc import Callable

from grader.messages import _
from grader.pipe.codec import BadFrame, decode_reply, new_ticket, read_frame, write_frame
from grader.pipe.errors import GraderFault, WorkerEnded
from grader.pipe.frames import Answered, Ask, Broken, Load, Ready, Reply, Request
from grader.pipe.idleness import Idleness
from grader.pipe.limits import START_SECONDS, Limits, seconds_in_words
from grader.pipe.processes import Process
from grader.pipe.watchdog import WALL_PER_CPU, Watchdog


class Channel:
    """The judge's end of the pipe to one worker process.

    Args:
        process: already started; it gets ready while the judge does something else.
        limits: what the learner's code may use.
    """

    def __init__(self, process: Process, limits: Limits) -> None:
        self._process = process
        self._limits = limits
        self._watchdog = Watchdog(process)
        self._idleness = Idleness(process)
        self._ready = False

    def ask(self, request: Request, cpu_seconds: float | None = None) -> Reply:
        """Send one request and return its reply; raises WorkerEnded, and GraderFault if the worker never got ready."""
        if not self._ready:
            self._wait_until_ready()
        limit = self._limits.call_seconds if cpu_seconds is None else cpu_seconds
        return self._exchange(request, limit)

    def converse(self, request: Request, answer: Callable[[Ask], Answered], cpu_seconds: float) -> Reply:
        """Send a request, answer what the worker asks while it works on it, and return its reply in the end.

        Args:
            request: what to do.
            answer: called for each question; the time that it takes is not the worker's.
            cpu_seconds: for the worker's part of it.

        Raises:
            WorkerEnded: as for `ask`.
        """
        if not self._ready:
            self._wait_until_ready()
        until_cpu, wall = self.cpu_seconds() + cpu_seconds, cpu_seconds * WALL_PER_CPU
        ticket, message = new_ticket(), request
        try:
            while True:
                since = time.monotonic()
                self._watchdog.arm(cpu=until_cpu - self.cpu_seconds(), wall=wall)
                write_frame(self._process.requests, message, ticket)
                reply = self._read(ticket)
                self._watchdog.disarm()
                wall -= time.monotonic() - since
                if not isinstance(reply, Ask):
                    return reply
                message = answer(reply)
        except (EOFError, OSError):
            raise self._ended(request, cpu_seconds) from None
        except BadFrame as error:
            raise self._not_an_answer(error) from None
        finally:
            self._watchdog.disarm()

    def cpu_seconds(self) -> float:
        """CPU time that the process has used, or a part of wall time where another process's clock cannot be read."""
        return self._watchdog.clock()

    def idle_seconds(self, at_least: float) -> float:
        """Seconds in which requests neither computed nor waited for a core; 0 if surely fewer than `at_least`."""
        return self._idleness.seconds(self.cpu_seconds(), at_least)

    def kill(self) -> None:
        """Begin to end the process; `stop` waits until it is gone."""
        self._process.kill()

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._watchdog.stop()
        self._process.close()

    def _wait_until_ready(self) -> None:
        self._watchdog.arm(cpu=START_SECONDS, wall=START_SECONDS)
        try:
            _ticket, body = read_frame(self._process.replies)
            reply = decode_reply(body)
        except (EOFError, OSError, BadFrame):
            fault = _("the process that runs the exercises did not start. {said}")
            raise GraderFault(fault.format(said=self._process.last_words())) from None
        finally:
            self._watchdog.disarm()
        if isinstance(reply, Broken):
            fault = _("what the exercises need cannot be imported here ({said}).")
            raise GraderFault(fault.format(said=reply.message))
        if not isinstance(reply, Ready):
            raise GraderFault(_("the process that runs the exercises did not say that it is ready."))
        self._ready = True

    def _exchange(self, request: Request, limit: float) -> Reply:
        self._watchdog.arm(cpu=limit, wall=limit * WALL_PER_CPU)
        self._idleness.begin()
        try:
            ticket = new_ticket()
            write_frame(self._process.requests, request, ticket)
            return self._read(ticket)
        except (EOFError, OSError):
            raise self._ended(request, limit) from None
        except BadFrame as error:
            raise self._not_an_answer(error) from None
        finally:
            self._idleness.end()
            self._watchdog.disarm()

    def _read(self, ticket: bytes) -> Reply:
        returned, body = read_frame(self._process.replies)
        if returned != ticket:
            raise BadFrame("it belongs to another call")
        return decode_reply(body)

    def _not_an_answer(self, error: BadFrame) -> WorkerEnded:
        self._process.kill()
        return WorkerEnded("crash", _("what came back was not an answer ({detail})").format(detail=error))

    def _ended(self, request: Request, limit: float) -> WorkerEnded:
        # a crash closes the pipe before the process is gone: wait a moment for its own exit status
        end = self._process.wait(timeout=0.5)
        if end is None:
            self._process.kill()
            end = self._process.wait()
        assert end is not None
        loading = isinstance(request, Load)
        if self._watchdog.fired:
            message = _("the call did not finish within {seconds}, so it was stopped")
            if loading:
                message = _("importing the file did not finish within {seconds}, so it was stopped")
            return WorkerEnded("timeout", message.format(seconds=seconds_in_words(limit)))
        message = _("the call ended the Python process ({status})")
        if loading:
            message = _("importing the file ended the Python process ({status})")
        return WorkerEnded("crash", message.format(status=_in_words(end.status)))


def _in_words(status: int) -> str:
    if status < 0:
        import signal

        try:
            return _("signal {name}").format(name=signal.Signals(-status).name)
        except ValueError:
            return _("signal {name}").format(name=-status)
    return _("exit status {status}").format(status=status)
