"""The workers of one submission: one at a time, replaced when it ends, within the submission's time."""

import contextlib
from collections.abc import Callable, Sequence
from threading import Thread
from types import TracebackType

from grader.messages import _
from grader.pipe.channel import Channel
from grader.pipe.control import Isolation
from grader.pipe.errors import GraderFault, WorkerEnded
from grader.pipe.foresight import Foresight, MadeAhead
from grader.pipe.frames import (
    All,
    Answered,
    Ask,
    Broken,
    Builders,
    Call,
    CallAll,
    CallEach,
    Each,
    Load,
    LoadAll,
    Loaded,
    Raised,
    Reply,
    Request,
    Returned,
    RunTests,
)
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits, seconds_in_words
from grader.pipe.torch_parts import Needs, lacks_torch
from grader.source.module import Source
from grader.source.plain import what_to_watch

# Of the usual time, what a call gets once another one of its module has used up all of it: right work takes a
# thousandth, and an exercise of four tasks that all wait for the same loop should not take a minute to be told so
_HASTE = 0.2
_MOST_BESIDE = 1_000  # modules in one worker; of a few kilobytes each
_SECONDS_OF_ALL = 1.0  # CPU seconds for all calls of a test at once; one by one they have more


class Workers:
    """Asks the current worker, with the right module loaded in it.

    One module is loaded at a time, as a world of its own: where workers are forked, each module gets a new one, so that
    what one exercise's file does to torch is never another's advantage or loss.

    Args:
        limits: what the submission may use.
        launcher: where workers come from; by default one of its own, which ends with it.
        shared: let modules share a worker, one after another; for known answers, which do nothing to torch.
        foresight: which calls were made before, for whoever grades more than once.
    """

    def __init__(
        self,
        limits: Limits,
        launcher: Launcher | None = None,
        shared: bool = False,
        foresight: Foresight | None = None,
    ) -> None:
        self._limits = limits
        self._owned = launcher is None
        self._launcher = Launcher() if launcher is None else launcher
        self._shared = shared or not self._launcher.forks
        self._foresight = foresight if self._launcher.forks else None  # elsewhere another worker takes seconds to start
        self._ahead: MadeAhead | None = None
        self._worker: Channel | None = None
        self._ending: Channel | None = None  # the one before, while its process ends
        self._has = Needs()  # what the current worker can do
        self._loaded: tuple[Source, Loaded | Raised] | None = None
        self._beside: dict[bytes, str] = {}  # modules that the current worker has side by side, by their code
        self._endless: list[Source] = []  # modules of which a call has used up its time
        self._spent = 0.0  # CPU seconds of workers that are gone
        self._asking = ""  # about which exercise
        self._idle: dict[str, float] = {}  # seconds of workers that are gone, by exercise

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._look_ahead_no_more()
        self.stop()
        if self._owned:
            self._launcher.close()

    @property
    def launcher(self) -> Launcher:
        """Where these workers come from; others, for other work, may come from there too."""
        return self._launcher

    def prepare(self, first: Source | None = None) -> None:
        """Begin to load torch, and what the module needs that will be the first one; returns at once."""
        self._launcher.prepare(self._limits, None if first is None else self._named_by(first))

    def look_ahead(self, source: Source) -> None:
        """Begin to make the calls that were made of an exercise before, beside those that will be asked for."""
        self._look_ahead_no_more()
        calls = [] if self._foresight is None else self._foresight.calls(source.name)
        if calls and source.facts.is_plain:  # of any other module another worker might answer otherwise
            self._ahead = MadeAhead(self.beside(), source, calls)

    def beside(self) -> "Workers":
        """Others with the same limits, from the same launcher, for what is done on another core."""
        return Workers(self._limits, self._launcher)

    def isolation(self) -> Isolation:
        """What was found to hold these workers."""
        return self._launcher.isolation(self._limits)

    def start_next(self) -> None:
        """Begin to start the worker of the next module, while the current one computes; returns at once."""
        if self._launcher.forks:
            Thread(target=self._start_next, daemon=True, name="next worker").start()

    def _start_next(self) -> None:
        with contextlib.suppress(GraderFault, OSError):  # whoever needs one will be told
            self._launcher.start_ahead(self._limits)

    def stop(self) -> None:
        """End the current worker; the next request starts a new one."""
        self._let_go()
        self._wait_for_the_end()

    def _let_go(self) -> None:
        """Kill the current worker and go on: the end of a process takes longer than the start of the next one."""
        self._wait_for_the_end()
        if self._worker is not None:
            self._spent += self._worker.cpu_seconds()
            own = self._idle.get(self._asking, 0.0)
            self._idle[self._asking] = own + self._worker.idle_seconds(at_least=0.1)
            self._worker.kill()
        self._ending, self._worker, self._loaded = self._worker, None, None
        self._beside.clear()

    def _wait_for_the_end(self) -> None:
        if self._ending is not None:
            self._ending.stop()
        self._ending = None

    def begin_again(self) -> None:
        """Let another run use these workers: what took too long in one is no reason for haste in the next."""
        self._endless.clear()

    def load(self, source: Source) -> Loaded | Raised:
        """Load a module into the current worker, unless it is the one there; raises WorkerEnded."""
        return self._load(source, self._named_by(source))

    def ask(self, source: Source, request: Request) -> Reply:
        """Send a request to the module; raises WorkerEnded."""
        loaded = self.load(source)
        if isinstance(loaded, Raised):
            return loaded
        if self._foresight is None or not isinstance(request, Call):
            return self._reply(source, request)
        made = self._ahead.take(request) if self._ahead is not None else None
        if made is not None:
            reply, seconds = made
            self._spent += seconds
        else:
            before = self.cpu_seconds()
            reply = self._reply(source, request)
            seconds = self.cpu_seconds() - before
        self._foresight.keep(source.name, request, seconds)
        if isinstance(reply, WorkerEnded):  # as it would have ended here
            self.stop()
            self._note_end(source, reply)
            raise reply
        return reply

    def kill(self) -> None:
        """Begin to end the current worker, from another thread than the one that asks."""
        worker = self._worker
        if worker is not None:
            worker.kill()

    def _reply(self, source: Source, request: Request) -> Reply:
        reply = self._call(source, request)
        if lacks_torch(reply) and not self._has.everything:
            self._load(source, self._named_by(source).with_everything())
            reply = self._call(source, request)
        return reply

    def ask_each(
        self, sources: Sequence[Source], call: Call, seconds: float | None = None
    ) -> tuple[Returned | Raised | None, ...]:
        """Make one call of several known modules in one request, where modules may share a worker.

        Args:
            sources: of one exercise; they keep nothing from call to call.
            call: for each of them.
            seconds: of CPU for all of them together; by default what a call may take.

        Returns:
            Their replies; None in the place of one that has to be asked alone to be known.
        """
        unknown = (None,) * len(sources)
        if not self._shared:
            return unknown
        if len(self._beside) > _MOST_BESIDE:
            self.stop()
        self._asking = sources[0].name
        try:
            keys = self._load_beside(sources)
            reply = self._ask(CallEach(call, keys), seconds)
        except WorkerEnded:
            return unknown
        if not isinstance(reply, Each) or len(reply.replies) != len(sources):
            return unknown
        return tuple(None if lacks_torch(one) else one for one in reply.replies)

    def _load_beside(self, sources: Sequence[Source]) -> tuple[str, ...]:
        needs = self._named_by(sources[0])
        if self._worker is not None and not self._has.cover(needs):
            self.stop()
        if self._worker is None:
            self._has = needs
        new = {one.code: str(len(self._beside) + at) for at, one in enumerate(sources) if one.code not in self._beside}
        if new:
            self._ask(LoadAll({key: Load(sources[0].name, code) for code, key in new.items()}))
            self._beside |= new
        return tuple(self._beside[one.code] for one in sources)

    def ask_all(self, source: Source, request: CallAll) -> All | None:
        """Make calls that nobody has asked for yet, of the module that is loaded.

        Returns:
            What came of them. None if the worker had to be ended over it: then no time was used, as far as limits go.
        """
        worker = self._worker
        if worker is None or self._loaded is None or self._loaded[0] is not source:
            return None
        spent, idle = self.cpu_seconds(), dict(self._idle)
        idle[self._asking] = idle.get(self._asking, 0.0) + worker.idle_seconds(at_least=0.1)
        try:
            reply = self._ask(request, min(_SECONDS_OF_ALL, self._limits.call_seconds))
        except WorkerEnded:
            self._spent, self._idle = spent, idle
            return None
        fits = isinstance(reply, All) and len(reply.replies) == len(reply.seconds) == len(request.calls)
        return reply if isinstance(reply, All) and fits else None

    def run_tests(self, source: Source, request: RunTests, answer: Callable[[Ask], Answered]) -> Reply:
        """Run the module's tests in a fresh start of it; raises WorkerEnded.

        Args:
            source: a module of tests.
            request: how to run them.
            answer: what an implementation says to a call.
        """
        before = self._worker if self._launcher.forks else None
        if before is not None:
            before.kill()  # a process takes a while to end, and the next one starts meanwhile
            self._worker = None
        self._loaded = None  # where workers take long to start, the module alone begins anew
        try:
            loaded = self.load(source)
        finally:
            if before is not None:
                self._spent += before.cpu_seconds()
                before.stop()
        if isinstance(loaded, Raised):
            return loaded
        assert self._worker is not None
        self._launcher.start_ahead(self._limits)  # most often another run follows
        left = self._limits.submission_seconds - self.cpu_seconds()
        try:
            return self._worker.converse(request, answer, min(left, self._limits.call_seconds))
        except BaseException:
            self.stop()
            raise

    def _call(self, source: Source, request: Request) -> Reply:
        in_haste = any(one is source for one in self._endless)
        seconds = self._limits.call_seconds * (_HASTE if in_haste else 1)
        try:
            return self._ask(request, seconds)
        except WorkerEnded as ended:
            self._note_end(source, ended)
            raise

    def _note_end(self, source: Source, ended: WorkerEnded) -> None:
        if ended.end == "timeout":
            self._endless.append(source)

    def cpu_seconds(self) -> float:
        """CPU seconds of all workers so far."""
        return self._spent + (self._worker.cpu_seconds() if self._worker is not None else 0.0)

    def _named_by(self, source: Source) -> Needs:
        return Needs(modules=frozenset(self._limits.preload.get(source.name, ())))

    def _load(self, source: Source, needs: Needs) -> Loaded | Raised:
        if self._worker is not None and not self._has.cover(needs):
            self.stop()
        if self._loaded is not None and self._loaded[0] is not source and not self._shared:
            self._let_go()
        if self._loaded is None or self._loaded[0] is not source:
            if self._worker is None:
                self._has = needs
            self._asking = source.name
            watched = what_to_watch(self._limits.watched.get(source.name, ()), source.facts.is_plain)
            reply = self._ask(Load(source.name, source.code, watched))
            if not isinstance(reply, Loaded | Raised):
                self.stop()
                raise WorkerEnded("crash", _("what came back was not an answer to what was asked"))
            if lacks_torch(reply) and not self._has.everything:
                return self._load(source, needs.with_everything())
            self._loaded = (source, reply)
        return self._loaded[1]

    def _look_ahead_no_more(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
        self._ahead = None

    def _ask(self, request: Request, seconds: float | None = None) -> Reply:
        seconds = self._limits.call_seconds if seconds is None else seconds
        if self._worker is None:
            self._worker = Channel(self._launcher.start(self._limits, self._has), self._limits)
            if self._limits.builders:
                self._send_builders(self._worker)
        left = self._limits.submission_seconds - self.cpu_seconds()
        in_all = seconds_in_words(self._limits.submission_seconds)
        if left <= 0:
            said = _("the {seconds} for the whole submission were used up before")
            raise WorkerEnded("timeout", said.format(seconds=in_all))
        self._require_work(self._worker)
        try:
            return self._worker.ask(request, min(left, seconds))
        except WorkerEnded as ended:
            self.stop()
            if ended.end == "timeout" and left < seconds:
                ended.message = _("the {seconds} for the whole submission were used up").format(seconds=in_all)
            elif ended.end == "timeout" and seconds < self._limits.call_seconds:
                said = _("{what}; it was given less because an earlier call had used up {usual}")
                ended.message = said.format(what=ended.message, usual=seconds_in_words(self._limits.call_seconds))
            raise

    def _require_work(self, worker: Channel) -> None:
        """Raise WorkerEnded if the calls of this exercise, or of all, have only waited for too long."""
        most, in_all = self._limits.idle_seconds, self._limits.idle_seconds_in_all
        own = self._idle.get(self._asking, 0.0)
        others = sum(self._idle.values()) - own
        now = worker.idle_seconds(min(most - own, in_all - others - own))
        if own + now > most or own + others + now > in_all:
            self.stop()
            limit = most if own + now > most else in_all
            said = _("the calls waited for {seconds} in all without computing anything")
            raise WorkerEnded("timeout", said.format(seconds=seconds_in_words(limit)))

    def _send_builders(self, worker: Channel) -> None:
        # now, while no learner's code has run there: what it says of them is still to be believed
        try:
            reply = worker.ask(Builders(self._limits.builders))
        except WorkerEnded as ended:
            said = _("tests/builders.py cannot be used: {what}").format(what=ended.message)
            raise GraderFault(said) from None
        if isinstance(reply, Broken):
            raise GraderFault(_("tests/builders.py cannot be used: {what}").format(what=reply.message))
