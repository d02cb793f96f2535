"""The judge's end of the pipe: ask a worker, and end it from outside when it takes too long.

The judge blocks on the pipe without a time limit of its own; a watchdog thread kills a worker that is over its limits,
and the broken pipe wakes the judge. So a limit holds whatever the learner's code does with signals and exceptions, and
a call costs no more than a write and a read.
"""

from grader.messages import _
from grader.pipe.codec import BadFrame, decode_reply, new_ticket, read_frame, write_frame
from grader.pipe.errors import GraderFault, WorkerEnded
from grader.pipe.frames import Broken, Load, Ready, Reply, Request
from grader.pipe.idleness import Idleness
from grader.pipe.limits import Limits, seconds_said
from grader.pipe.processes import Process
from grader.pipe.watchdog import WALL_PER_CPU, Watchdog

_READY_SECONDS = 120.0  # wall time; where a worker loads torch for itself, on a cold disk, it takes a while


class Channel:
    """The judge's end of the pipe to one worker process.

    Args:
        process: it was started already, and is getting ready while the judge does something else.
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

    def cpu_seconds(self) -> float:
        """CPU time that the process has used, or a part of wall time where another process's clock cannot be read."""
        return self._watchdog.clock()

    def idle_seconds(self, at_least: float) -> float:
        """Seconds in which requests neither computed nor waited for a core; 0 if surely fewer than `at_least`."""
        return self._idleness.seconds(self.cpu_seconds(), at_least)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._watchdog.stop()
        self._process.close()

    def _wait_until_ready(self) -> None:
        self._watchdog.arm(cpu=_READY_SECONDS, wall=_READY_SECONDS)
        try:
            _ticket, body = read_frame(self._process.replies)
            reply = decode_reply(body)
        except (EOFError, OSError, BadFrame):
            said = self._process.last_words()
            raise GraderFault(
                _("the process that runs the exercises did not start. {said}").format(said=said)
            ) from None
        finally:
            self._watchdog.disarm()
        if isinstance(reply, Broken):
            said = _("what the exercises need cannot be imported here ({said}).")
            raise GraderFault(said.format(said=reply.message))
        if not isinstance(reply, Ready):
            raise GraderFault(_("the process that runs the exercises did not say that it is ready."))
        self._ready = True

    def _exchange(self, request: Request, limit: float) -> Reply:
        self._watchdog.arm(cpu=limit, wall=limit * WALL_PER_CPU)
        self._idleness.begin()
        try:
            ticket = new_ticket()
            write_frame(self._process.requests, request, ticket)
            returned, body = read_frame(self._process.replies)
            if returned != ticket:
                raise BadFrame("it belongs to another call")
            return decode_reply(body)
        except (EOFError, OSError):
            raise self._ended(request, limit) from None
        except BadFrame as error:
            self._process.kill()
            said = _("what came back was not an answer ({detail})").format(detail=error)
            raise WorkerEnded("crash", said) from None
        finally:
            self._idleness.end()
            self._watchdog.disarm()

    def _ended(self, request: Request, limit: float) -> WorkerEnded:
        # a crash closes the pipe before the process is gone: wait a moment for its own exit status
        end = self._process.wait(timeout=0.5)
        if end is None:
            self._process.kill()
            end = self._process.wait()
        assert end is not None
        loading = isinstance(request, Load)
        if self._watchdog.fired:
            said = _("the call did not finish within {seconds}, so it was stopped")
            if loading:
                said = _("importing the file did not finish within {seconds}, so it was stopped")
            return WorkerEnded("timeout", said.format(seconds=seconds_said(limit)))
        said = _("the call ended the Python process ({status})")
        if loading:
            said = _("importing the file ended the Python process ({status})")
        return WorkerEnded("crash", said.format(status=_in_words(end.status)))


def _in_words(status: int) -> str:
    if status < 0:
        import signal

        try:
            return _("signal {name}").format(name=signal.Signals(-status).name)
        except ValueError:
            return _("signal {name}").format(name=-status)
    return _("exit status {status}").format(status=status)
