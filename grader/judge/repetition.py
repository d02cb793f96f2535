"""What tests have asked before, and which replies they passed on: for runs on one submission after the other.

A test's calls depend on the salt and the test, and, where one call uses what another one returned, on the replies. So
whoever runs a test again knows its calls: they are made in one go, and only looked at where the replies, byte for byte,
are none that it has passed on. A module that could remember something between calls is asked as always.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from grader.judge.independence import independent_calls
from grader.pipe.errors import WorkerEnded
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Call, Loaded
from grader.result.relations import Relations
from grader.testing.ahead import Ahead
from grader.testing.learner import MOST_REMEMBERED, Session

Key = tuple[str, str, str, str]  # salt, exercise, stage, test
_MOST_PASSES = 24  # of a test that are kept
_MOST_BYTES = 64 * 1024  # of the replies of a pass that is kept


@dataclass(frozen=True)
class _Pass:
    """How a test passed: what it leaves in a run."""

    exchanges: tuple[Exchange, ...]
    relations: Relations


@dataclass
class _Script:
    """The calls of a test, all of them or the first ones, and the replies that it has passed on, by their digest."""

    calls: tuple[Call, ...]
    is_whole: bool = True
    passes: dict[bytes, _Pass] = field(default_factory=dict)


class Repetition:
    """Remembers tests, for as long as neither they nor the course change."""

    def __init__(self) -> None:
        self._scripts: dict[Key, _Script] = {}

    def make_ahead(self, key: Key, session: Session) -> bool:
        """Make the calls that are known of a test that comes next; True if it has passed on the very same replies.

        What it leaves in the session is then there as if it had run.
        """
        script = self._scripts.get(key)
        if script is None or not script.calls or not _is_askable(session, script.calls):
            return False
        try:
            made = session.make_ahead(script.calls)
        except WorkerEnded:
            return False
        known = script.passes.get(_digest(session.ahead)) if made and session.ahead is not None else None
        if known is None:
            return False
        before = len(session.requests)
        session.record += [replace(one, at=before + one.at) for one in known.exchanges]
        session.requests += script.calls
        _add(known.relations, session.relations)
        return True

    @contextmanager
    def watching(self, key: Key, session: Session) -> Iterator[None]:
        """Watch a test run, and remember its calls and what it passed on if it does pass."""
        before, relations = len(session.requests), session.relations
        session.relations = Relations()
        try:
            yield
            self._keep(key, session, before)
        finally:
            _add(session.relations, relations)
            session.relations = relations

    def _keep(self, key: Key, session: Session, before: int) -> None:
        ahead, script = session.ahead, self._scripts.get(key)
        if script is None:
            if len(session.exchanges) <= MOST_REMEMBERED:
                calls = independent_calls(session.exchanges)
                self._scripts[key] = _Script(calls, is_whole=len(calls) == len(session.exchanges))
        elif ahead is None:
            return
        elif not ahead.was_all:  # what it asks depends on what it is answered
            self._scripts[key] = _Script(script.calls[: ahead.served], is_whole=False)
        elif script.is_whole and _depends_on_replies_only(session, ahead):
            exchanges = tuple(replace(one, at=one.at - before) for one in session.record)
            script.passes[_digest(ahead)] = _Pass(exchanges, session.relations)
            if len(script.passes) > _MOST_PASSES:
                del script.passes[next(iter(script.passes))]


def _is_askable(session: Session, calls: tuple[Call, ...]) -> bool:
    """Whether the module can be asked this before the test asks: it remembers nothing, and has what is called."""
    if not session.asks_ahead or not session.source.facts.is_plain:
        return False
    try:
        loaded = session.load()
    except WorkerEnded:
        return False
    functions = {call.function for call in calls}
    has_all = isinstance(loaded, Loaded) and functions <= set(loaded.functions)
    return has_all and all(map(session.source.is_attempted, functions))


def _depends_on_replies_only(session: Session, ahead: Ahead) -> bool:
    """Whether the same replies would let the test pass whatever the module's text is."""
    returned = len(ahead.replies) == len(ahead.calls) and not any(reply.used for reply in ahead.replies)
    return returned and not session.is_read and sum(map(len, ahead.made.replies)) <= _MOST_BYTES


def _digest(ahead: Ahead) -> bytes:
    digest = hashlib.sha256()
    for reply in ahead.made.replies:
        digest.update(len(reply).to_bytes(4, "big") + reply)
    return digest.digest()


def _add(found: Relations, to: Relations) -> None:
    for subject, relations in found.seen.items():
        for relation in relations:
            to.add(subject, relation)
