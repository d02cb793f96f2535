"""The `learner` fixture: the learner's functions as a test calls them, in another process.

learner.predict(X, weight, bias)                  an Answer
learner.call("predict", X, weight, then=...)      the same, with a seed, repetitions or something to do with the result
"""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from grader.messages import _, capital
from grader.pipe.errors import WorkerEnded
from grader.pipe.exchange import Exchange
from grader.pipe.frames import (
    WATCH_ENDED,
    Apply,
    Backward,
    Call,
    CallAll,
    Load,
    Loaded,
    Pullback,
    Raised,
    Returned,
    Step,
)
from grader.pipe.pool import Workers
from grader.result.evidence import Evidence
from grader.result.relations import Relations
from grader.source.module import Source, quote_span
from grader.source.rules import autograd_uses, uses_of
from grader.source.torch_names import ALL_WATCHED, GRADIENTS
from grader.testing import render
from grader.testing.ahead import Ahead
from grader.testing.answer import Answer
from grader.testing.code_slips import certain_slip_sentence, endless_loop_sentence, slip_sentence
from grader.testing.explanation import explain, explain_signature, explain_stub_line
from grader.testing.failure import CallEnded, Failed, FailedOnce, MissingFunction, NotAttempted
from grader.testing.shapes import Shapes
from grader.testing.values import to_value

DEFAULT_SEED = 760_515  # one that nobody sets by hand: a learner's manual_seed(0) must show
MOST_REMEMBERED = 100  # calls of a test
_FIRST_KEPT, _LAST_KEPT = 2, 3  # calls of a test in its record
# Hypothesis keeps every answer that failed while it looks for a smaller one. The largest right answer takes 13 KiB
_ORDINARY = 16 * 1024  # bytes of a reply, apart from what was printed
_ROOM = 1024 * 1024  # bytes that the replies of one test may be larger than that, together
_SLOW = 0.5  # CPU seconds after which a failing call is not repeated to find a smaller one
_OUT_OF_MEMORY = ("can't allocate memory", "not enough memory")


@dataclass
class Session:
    """One learner's exercise while it is tested. Tests never touch it; the plugin makes it and reads the record.

    Attributes:
        source: the module.
        workers: where it is called.
        shapes: what the sizes of its tensors count.
        as_numpy: whether arrays are passed as NumPy's own.
        elsewhere: functions that the course's other exercises ask for, each with its exercise's name.
        relations: how the numbers of all calls related to the right ones.
        record: what came of the current test's first calls and of its last ones: after shrinking those are the
            smallest that fail.
        requests: all calls of all tests that came back, with a `Load` wherever the module began anew.
        room: bytes that are left to the current test for replies beyond the ordinary.
        exchanges: what came of all its calls; not of more than are worth remembering.
        ahead: what came of the current test's calls, where they were made before it; None for a test that makes them.
        asks_ahead: whether calls may be made before their tests; false once that has cost a worker.
        is_read: whether the current test has looked at the module's text.
    """

    source: Source
    workers: Workers
    shapes: Shapes = field(default_factory=Shapes)
    as_numpy: bool = False
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    relations: Relations = field(default_factory=Relations)
    record: list[Exchange] = field(default_factory=list)
    requests: list[Load | Call] = field(default_factory=list)
    room: int = _ROOM
    exchanges: list[Exchange] = field(default_factory=list)
    ahead: Ahead | None = None
    asks_ahead: bool = True
    is_read: bool = False
    _loaded: Loaded | Raised | None = None

    def load(self) -> Loaded | Raised:
        """Load the module, unless it is there already; raises WorkerEnded."""
        loaded = self.workers.load(self.source)
        if loaded is not self._loaded:
            self.requests.append(Load(self.source.name, self.source.code))
            self._loaded = loaded
        return loaded

    def forget_load(self) -> None:
        """Note the module's next call as one of a module that has just been loaded."""
        self._loaded = None

    def keep(self, call: Call, reply: Returned | Raised) -> None:
        """Record what came of a call."""
        self.load()  # which notes it, where the call itself needed another worker
        self.record.append(Exchange(call, reply, at=len(self.requests)))
        if len(self.exchanges) <= MOST_REMEMBERED:
            self.exchanges.append(self.record[-1])
        if len(self.record) > _FIRST_KEPT + _LAST_KEPT:
            del self.record[_FIRST_KEPT]
        self.requests.append(call)
        size = len(msgspec.msgpack.encode(reply)) - len(reply.printed.text)
        self.room -= max(0, size - _ORDINARY)

    def make_ahead(self, calls: tuple[Call, ...]) -> bool:
        """Make the calls that the next test is expected to make; False if it has to make them itself.

        Raises:
            WorkerEnded: the module, which had to be loaded, did.
        """
        self.load()
        made = self.workers.ask_all(self.source, CallAll(calls))
        self.asks_ahead = made is not None
        if made is None:
            self._loaded = self.workers.load(self.source)  # unnoted: as far as tests go, nothing has happened
        self.ahead = Ahead(calls, made) if made is not None else None
        return made is not None

    def begin(self) -> None:
        """Forget what came of the calls so far: another test begins."""
        self.record.clear()
        self.exchanges.clear()
        self.ahead, self.is_read = None, False
        if self.room < _ROOM:  # an exception and the frames that it passed hold each other, and large answers with them
            gc.collect()
        self.room = _ROOM


class Learner:
    """The learner's module: its functions are attributes; whatever is ours has an underscore or is `call`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, function: str) -> Callable[..., Answer]:
        if function.startswith("_"):
            raise AttributeError(function)

        def ask(*arguments: object, **keywords: object) -> Answer:
            return self.call(function, *arguments, keywords=keywords)

        return ask

    def call(
        self,
        function: str,
        *arguments: object,
        keywords: dict[str, object] | None = None,
        seed: int = DEFAULT_SEED,
        repeat: int = 1,
        then: Pullback | Apply | Step | Backward | None = None,
        recording: bool = True,
        before: tuple[object, ...] | None = None,
    ) -> Answer:
        """Call a function of the learner's module and return its answer.

        Args:
            function: its name.
            arguments: arrays (float64 arrives as a float32 tensor, integers as int64; where the exercise is about
                NumPy they arrive as they are), `Param`, numbers, lists, blueprints.
            keywords: keyword arguments.
            seed: for torch's global generator, just before the call.
            repeat: how many times to call with the same argument objects.
            then: what to do with the result while it still is an object.
            recording: whether torch records for gradients when the function is called.
            before: arguments of another call just before, whose result is looked at again afterwards.

        Raises:
            Failed: the call raised an exception.
            NotAttempted: the function still is the stub.
            MissingFunction: there is no such function.
            CallEnded: the call ended the worker or took too long.
            WorkerEnded: the module, which had to be loaded anew, did.
        """
        source = self._session.source
        loaded = self._session.load()
        if isinstance(loaded, Loaded) and function not in loaded.functions:
            raise MissingFunction(source, function)
        if not source.is_attempted(function):
            raise NotAttempted(function)
        as_numpy = self._session.as_numpy
        sent = {name: to_value(keyword, as_numpy) for name, keyword in (keywords or {}).items()}
        values = tuple(to_value(argument, as_numpy) for argument in arguments)
        first = None if before is None else tuple(to_value(argument, as_numpy) for argument in before)
        call = Call(function, values, sent, seed, repeat, then, recording, first)
        return Answer(call, self._ask(call), source, self._session.shapes, as_numpy, self._session.relations)

    def _ask(self, call: Call) -> Returned:
        session = self._session
        before = session.workers.cpu_seconds()
        known = None if session.ahead is None else session.ahead.reply(call)
        try:
            reply = session.workers.ask(session.source, call) if known is None else known[0]
        except WorkerEnded as ended:
            raise CallEnded(_end_evidence(call, ended, session.source)) from None
        if reply.__class__ not in (Returned, Raised) or not _fits(call, reply):
            session.workers.stop()
            crash = WorkerEnded("crash", _("what came back was not an answer to what was asked"))
            raise CallEnded(_end_evidence(call, crash, session.source))
        assert isinstance(reply, Returned | Raised)
        session.keep(call, reply)
        if session.room < 0:
            raise FailedOnce(_size_evidence(call, session.source))
        if isinstance(reply, Returned):
            hidden = _hidden_uses(call, reply, session.source)
            if hidden:
                raise FailedOnce(_rule_evidence(call, hidden[0], session.source))
            return reply
        stub_line = _stub_line(reply, session.source)
        left = {slip.line for slip in session.source.slips(call.function) if slip.kind == "stub_left"}
        if stub_line is not None and stub_line not in left:
            raise NotAttempted(call.function)
        evidence = _exception_evidence(call, reply, session)
        if stub_line is not None:
            evidence = replace(evidence, message=explain_stub_line(session.source.line_in_file(stub_line)), slip="")
        slow = session.workers.cpu_seconds() - before + (0.0 if known is None else known[1]) > _SLOW
        raise FailedOnce(evidence) if slow else Failed(evidence)


def _fits(call: Call, reply: object) -> bool:
    """Whether a reply has the form of an answer to this call; a worker may say anything."""
    if not isinstance(reply, Returned):
        return True
    answered = len(reply.results) == call.repeat and len(reply.arguments) == len(call.arguments)
    looked_again = (reply.earlier is not None) == (call.before is not None)
    return answered and looked_again and (reply.observed is not None) == (call.then is not None)


def _stub_line(raised: Raised, source: Source) -> int | None:
    """The line of the learner's own `raise NotImplementedError` that was met; torch raises such an exception itself."""
    if raised.exception != "NotImplementedError" or not raised.frames:
        return None
    line = raised.frames[-1].line
    return line if 1 <= line <= len(source.lines) and "NotImplementedError" in source.lines[line - 1] else None


def _hidden_uses(call: Call, reply: Returned, source: Source) -> tuple[str, ...]:
    """What the call used of what it should do by hand, if the file does not show it; what it shows has its own test."""
    if not reply.used:
        return ()
    function = (call.function,)
    shows_layers = bool(uses_of(source, function, ("torch.nn", "torch.optim")))
    shows_gradients = bool(autograd_uses(source, function))
    return tuple(name for name in reply.used if not (shows_gradients if name in GRADIENTS else shows_layers))


def _rule_evidence(call: Call, used: str, source: Source) -> Evidence:
    # only what the judge knows by itself: a worker could say anything, and spell out with it what it was given
    name = used if used in ALL_WATCHED else "nn.Module"
    said = _("When {function} is called it uses torch's own {name}; here you write that step yourself.")
    if used == WATCH_ENDED:
        said = _("{function} switches off torch's records of what is called, which the grader needs here.")
    line = source.line_of(call.function)
    where = f"{source.place(line)}:\n{quote_span(source, line, -1, -1)}" if line is not None else ""
    expected = _("plain tensor operations only")
    return Evidence("rule", where, "", expected, said.format(function=call.function, name=name), line=line)


def _exists(line: int, source: Source) -> bool:
    """Whether the file has such a line; a worker may say anything."""
    return 1 <= line <= len(source.lines)


def _end_evidence(call: Call, ended: WorkerEnded, source: Source) -> Evidence:
    return Evidence(
        kind=ended.end,
        called=render.call(call, source),
        request=call,
        returned=f"{capital(ended.message)}.",
        expected=_("a result"),
        message=endless_loop_sentence(source, call.function) if ended.end == "timeout" else "",
        line=source.line_of(call.function),
    )


def _size_evidence(call: Call, source: Source) -> Evidence:
    return Evidence(
        kind="contract",
        called=render.call(call, source),
        request=call,
        returned=_("far more than this exercise asks for"),
        expected=_("a result of the size that the exercise describes"),
        message=_("What came back in this test is too large to look at."),
        line=source.line_of(call.function),
    )


def _exception_evidence(call: Call, raised: Raised, session: Session) -> Evidence:
    source, shapes = session.source, session.shapes
    memory = raised.exception == "MemoryError" or any(text in raised.message for text in _OUT_OF_MEMORY)
    said = [explain(raised, source, session.elsewhere), *shapes.of_arguments(raised, call, source)]
    message = "\n".join(filter(None, said))
    if memory:
        message = _("This call asked for more memory than an exercise may use.")
    elif raised.exception == "TypeError" and not raised.frames:
        message = explain_signature(call, source)
    elif raised.exception in ("SystemExit", "KeyboardInterrupt"):
        message = _("The function should return instead of ending the program.")
    return Evidence(
        kind="exception",
        called=render.call(call, source),
        request=call,
        returned=render.exception(raised, source),
        expected=_("a result, without an exception"),
        message=message,
        scarce=memory,
        slip=slip_sentence(source, call.function) if raised.frames and not memory else "",
        certain_slip=certain_slip_sentence(source, call.function) if raised.frames and not memory else "",
        line=source.own_line(raised.frames[-1].line if raised.frames else None) or source.line_of(call.function),
        where=source.place(raised.frames[-1].line) if raised.frames and _exists(raised.frames[-1].line, source) else "",
    )
