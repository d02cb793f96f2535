"""Right and wrong implementations of an exercise's functions, which a learner's tests are run on.

They are ours, and run side by side in a worker of their own. Every new call is made to all of them at once, whichever
is asked: so how long an answer takes says nothing about the one that gives it, and the next one that is asked the same
has its answer already.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

import msgspec

from grader.messages import _
from grader.pipe.channel import Channel
from grader.pipe.codec import is_identical
from grader.pipe.errors import GraderFault, WorkerEnded
from grader.pipe.frames import Call, CallEach, Each, Load, LoadAll, Raised, Returned
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from grader.pipe.torch_parts import Needs
from grader.source.module import Source

Reply = Returned | Raised

_CALL_SECONDS = 5.0  # of one call of all implementations
_ALL_SECONDS = 15.0  # of all calls together
_LARGEST_CALL = 128 * 1024  # bytes; ten thousand numbers and as many targets are less
_IN_ONE_FRAME = 256 * 1024  # bytes of a call times the modules that answer it: replies are up to four times as large
_KEPT = 64 * 1024 * 1024  # bytes of calls whose answers are remembered
_KEPT_FOR_NEXT = 20_000  # replies, of about a kilobyte each, that the next run finds


class KnownReplies:
    """What implementations have replied; by their code, so whoever runs tests again asks only what is new."""

    def __init__(self) -> None:
        self._replies: dict[tuple[bytes, bytes], dict[str, Reply]] = {}
        self._size = 0

    def of(self, modules: bytes, call: bytes) -> dict[str, Reply] | None:
        """The replies of some modules to a call, by their names, if they are known.

        Args:
            modules: what tells these modules from others.
            call: in msgpack.
        """
        return self._replies.get((modules, call))

    def keep(self, modules: bytes, call: bytes, replies: dict[str, Reply]) -> None:
        """Remember replies; when there are too many, all others are forgotten."""
        if self._size > _KEPT:
            self._replies.clear()
            self._size = 0
        self._replies[modules, call] = replies
        self._size += len(call) * len(replies)

    def begin_run(self) -> None:
        """Forget all when there are very many: a session of hours must not grow."""
        if sum(map(len, self._replies.values())) > _KEPT_FOR_NEXT:
            self._replies.clear()
            self._size = 0


class TooMuchAsked(Exception):
    """The tests ask for more than the implementations can answer in time, in a sentence."""


class Implementations:
    """Asks all of some modules together.

    Args:
        launcher: where their worker comes from.
        limits: what it may use.
        preload: what the worker has loaded; the learner's worker comes from the same process.
        modules: by name. No name reaches the learner's process.
        replies: those that are known.
    """

    def __init__(
        self,
        launcher: Launcher,
        limits: Limits,
        preload: tuple[str, ...],
        modules: Mapping[str, Source],
        replies: KnownReplies,
    ) -> None:
        self._launcher = launcher
        self._limits = replace(limits, submission_seconds=_ALL_SECONDS)
        self._preload = preload
        self._modules = dict(modules)
        self._names = {name: f"implementation_{number}" for number, name in enumerate(modules)}
        self._worker: Channel | None = None
        self._replies = replies
        self._replies.begin_run()
        self._modules_key = hashlib.sha256(
            msgspec.msgpack.encode([(name, source.content) for name, source in modules.items()])
        ).digest()

    def answer(self, name: str, call: Call) -> Reply:
        """What one of them replies; raises TooMuchAsked."""
        return self._answers(call)[name]

    def _answers(self, call: Call) -> dict[str, Reply]:
        key = msgspec.msgpack.encode(call)
        if len(key) > _LARGEST_CALL:
            raise TooMuchAsked(_("one of their calls has tables of more than {count} numbers").format(count=10_000))
        replies = self._replies.of(self._modules_key, key)
        if replies is None:
            replies = self._ask_all(call, len(key))
            self._replies.keep(self._modules_key, key, replies)
        return replies

    def reply_alike(self, name: str, other: str, calls: Iterable[Call]) -> bool:
        """Whether two of them reply the same, to the last bit, to calls that were made before."""
        return all(is_identical(answers[name], answers[other]) for answers in map(self._answers, calls))

    def stop(self) -> None:
        """End their worker."""
        if self._worker is not None:
            self._worker.stop()
        self._worker = None

    def _ask_all(self, call: Call, size: int) -> dict[str, Reply]:
        worker = self._started()
        if worker.cpu_seconds() > _ALL_SECONDS:
            raise TooMuchAsked(
                _("their calls take more than {seconds:g} seconds together").format(seconds=_ALL_SECONDS)
            )
        together = max(1, _IN_ONE_FRAME // size)
        names = list(self._modules)
        found: dict[str, Reply] = {}
        for at in range(0, len(names), together):
            asked = names[at : at + together]
            request = CallEach(call, tuple(self._names[name] for name in asked))
            try:
                reply = worker.ask(request, _CALL_SECONDS)
            except WorkerEnded as ended:
                self.stop()
                raise TooMuchAsked(
                    _("one of their calls cannot be answered: {why}").format(why=ended.message)
                ) from None
            if not isinstance(reply, Each):
                raise TooMuchAsked(_("what one of their calls returns is too large"))
            found.update(zip(asked, reply.replies, strict=True))
        return found

    def _started(self) -> Channel:
        if self._worker is None:
            process = self._launcher.start(self._limits, Needs(modules=frozenset(self._preload)))
            self._worker = Channel(process, self._limits)
            named = ((self._names[name], source) for name, source in self._modules.items())
            loads = {name: Load(name, source.content) for name, source in named}
            reply = self._worker.ask(LoadAll(loads), _ALL_SECONDS)
            if isinstance(reply, Raised):
                raise GraderFault(f"a known implementation cannot be imported ({reply.exception}: {reply.message})")
        return self._worker
