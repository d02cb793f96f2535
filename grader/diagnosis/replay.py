"""The known modules' replies to the calls that were recorded.

Most modules keep nothing between calls: their reply depends on the call alone, so it is asked for once and remembered
by the content of module and call. What does keep something has to be called as the learner's module was: with
everything, in order, from a fresh start.
"""

import ast
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import msgspec

from grader.channel import WorkerEnded
from grader.diagnosis.agreement import Reply, agree
from grader.frames import Call, Load, Raised, Returned
from grader.source import Source
from grader.testing.learner import Exchange
from grader.workers import Workers

_MOST_REMEMBERED = 20_000  # replies, of about a kilobyte each; a session of hours forgets the oldest


class ReplyCache:
    """What modules that keep nothing replied, by the content of module and call; for as long as a session lasts.

    Most calls of the tests are the same for all learners, so whoever grades an exercise again has asked before.

    Attributes:
        asked: how often a reply was looked for.
        found: how often it was there.
    """

    def __init__(self) -> None:
        self.asked = 0
        self.found = 0
        self._replies: dict[bytes, Reply | None] = {}

    def get(self, source: Source, call: Call, ask: Callable[[], Reply | None]) -> Reply | None:
        """The remembered reply, or the one that `ask` returns, to be remembered."""
        key = hashlib.sha256(source.content + b"\0" + msgspec.msgpack.encode(call)).digest()
        self.asked += 1
        if key in self._replies:
            self.found += 1
            return self._replies[key]
        reply = self._replies[key] = ask()
        if len(self._replies) > _MOST_REMEMBERED:
            del self._replies[next(iter(self._replies))]
        return reply


class Replays:
    """Asks known modules.

    Args:
        workers: where they are called; no learner's code ever was in these.
        cache: what was asked before.
    """

    def __init__(self, workers: Workers, cache: ReplyCache) -> None:
        self._workers = workers
        self._cache = cache
        self._keeps_state: dict[bytes, bool] = {}  # by content

    def of(
        self, source: Source, recorded: Sequence[Exchange], requests: Sequence[Load | Call]
    ) -> Iterator[tuple[Exchange, Reply | None]]:
        """Yield the module's reply to each recorded call, one by one, so that one can stop at the first that differs.

        Args:
            source: a known module.
            recorded: what a learner's module answered.
            requests: everything that was sent to the learner's module, in order; for modules that keep something.
        """
        if self.keeps_state(source):
            yield from self._in_order(source, recorded, requests)
            return
        for exchange in recorded:
            yield exchange, self.reply(source, exchange.call)

    def keeps_state(self, source: Source) -> bool:
        """Whether the module may remember something from call to call; looked up once."""
        if source.content not in self._keeps_state:
            self._keeps_state[source.content] = keeps_state(source)
        return self._keeps_state[source.content]

    def reply(self, source: Source, call: Call) -> Reply | None:
        """The reply of a module that keeps nothing between calls; None if it ended the worker."""
        return self._cache.get(source, call, lambda: self._ask(source, call))

    def is_repeatable(self, source: Source, call: Call) -> bool:
        """Whether the same call gives the same answer again; false of numbers that torch's seed does not reach."""
        return agree(self._ask(source, call), self.reply(source, call))

    def _in_order(
        self, source: Source, recorded: Sequence[Exchange], requests: Sequence[Load | Call]
    ) -> Iterator[tuple[Exchange, Reply | None]]:
        wanted = {exchange.at: exchange for exchange in recorded}
        for at, request in enumerate(requests[: max(wanted, default=-1) + 1]):
            if isinstance(request, Load):
                source = replace(source)  # another object: workers load it anew
                continue
            reply = self._ask(source, request)
            if at in wanted:
                yield wanted[at], reply

    def _ask(self, source: Source, call: Call) -> Reply | None:
        try:
            reply = self._workers.ask(source, call)
        except WorkerEnded:
            return None
        return reply if isinstance(reply, Returned | Raised) else None


def keeps_state(source: Source) -> bool:
    """Whether a module may remember something from call to call: a list outside the functions, a list as a default."""
    kept: list[ast.expr | None] = []
    for node in ast.walk(source.tree):
        match node:
            case ast.Global() | ast.Nonlocal():
                return True
            case ast.Module(body=body) | ast.ClassDef(body=body):
                kept += [statement.value for statement in body if isinstance(statement, ast.Assign | ast.AnnAssign)]
            case ast.arguments(defaults=defaults, kw_defaults=kw_defaults):
                kept += [*defaults, *kw_defaults]
    return any(map(_can_grow, kept))


def _can_grow(value: ast.expr | None) -> bool:
    match value:
        case ast.Set(elts=[ast.Constant(value=str()), *_]):
            return False  # FAILS
        case ast.Call(func=ast.Name(id="list" | "dict" | "set")) | ast.List() | ast.Dict() | ast.Set():
            return True
    return False
