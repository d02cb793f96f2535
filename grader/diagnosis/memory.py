"""What a session knows of the known modules: whoever grades more than once parses and asks each of them once."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader.course.catalogue import Misconception, ProofError, read_known, read_misconception
from grader.course.file import Exercise
from grader.diagnosis.agreement import Reply
from grader.diagnosis.edits import EditedPrograms, read_edits
from grader.pipe.codec import digest_of
from grader.pipe.frames import Call
from grader.pipe.pool import Workers
from grader.result.outcome import Results
from grader.source.module import Source, parse

_MOST_REPLIES = 20_000  # of about a kilobyte each; a session of hours forgets the oldest

_LONG = 0.02  # seconds of a call that is better not asked of dozens of modules at once


@dataclass(frozen=True)
class Patience:
    """How long a cause may be looked for that nobody wrote down.

    Attributes:
        pairs: of edits that are tried together, for one exercise; they take about a millisecond each.
        seconds: of CPU, for one exercise. The same work has to get the same report, so by default there are many more
            than honest work takes; a program that is made for it can have edits with its numbers take for ever.
    """

    pairs: int = 300
    seconds: float = 2.0


class Memory:
    """Known wrong modules, and what those that keep nothing replied; all by content, for files may change meanwhile.

    Most calls of the tests are the same for all learners, so whoever grades an exercise again has asked before.

    Args:
        patience: how long an exercise's edits may be searched for a cause.
        workers: where known modules are asked; None for workers of its own for each run.

    Attributes:
        lock: held while something is looked for or kept, where a thread prepares a diagnosis beside.
        asked: how often a reply was looked for.
        found: how often it was there.
    """

    def __init__(self, patience: Patience | None = None, workers: Workers | None = None) -> None:
        self.patience = Patience() if patience is None else patience
        self.workers = workers
        self.lock = threading.RLock()
        self.asked = 0
        self.found = 0
        self._replies: dict[tuple[bytes, bytes], Reply | None] = {}
        self._misconceptions: dict[tuple[Path, bytes], Misconception | None] = {}
        self._solutions: dict[tuple[Path, bytes], Source] = {}
        self._read: dict[bytes, Source] = {}
        self._long: set[bytes] = set()  # calls that take long
        self._calls: dict[str, list[Call]] = {}  # of the last run, by exercise
        self._edits: dict[tuple[Path, bytes, frozenset[str]], EditedPrograms] = {}

    def misconception(self, path: Path, exercise: Exercise) -> Misconception | None:
        """The wrong module in this file; None if it is not of the expected form, of which `grader check` tells."""
        key = (path, path.read_bytes())
        if key not in self._misconceptions:
            try:
                self._misconceptions[key] = read_misconception(path, exercise)
            except ProofError:
                self._misconceptions[key] = None
        return self._misconceptions[key]

    def solution(self, path: Path, exercise: Exercise) -> Source:
        """The right module in this file; raises ProofError."""
        key = (path, path.read_bytes())
        if key not in self._solutions:
            self._solutions[key] = read_known(path, exercise)
        return self._solutions[key]

    def keep_calls(self, results: Results) -> None:
        """Remember which calls a run has made, those with short answers first; the next run will make most of them."""
        for name in results.requests:
            made = [one for test in results.tests if test.exercise == name for one in test.exchanges]
            made.sort(key=lambda one: len(msgspec.msgpack.encode(one.reply)))
            self._calls[name] = list({digest_of(one.call): one.call for one in made}.values())

    def calls(self, exercise: Exercise) -> list[Call]:
        """The calls of the last run."""
        return self._calls.get(exercise.name, [])

    def takes_long(self, call: Call) -> bool:
        """Whether a module took long to reply to a call."""
        return digest_of(call) in self._long

    def edits(self, path: Path, name: str, known: Mapping[str, Misconception]) -> EditedPrograms:
        """The edits in this file; none if it is not of the expected form, of which `grader check` tells."""
        key = (path, path.read_bytes() if path.is_file() else b"", frozenset(known))
        if key not in self._edits:
            try:
                self._edits[key] = read_edits(path, name, known)
            except ProofError:
                self._edits[key] = read_edits(path.parent / "none", name, known)
        return self._edits[key]

    def read(self, source: Source) -> Source:
        """One of our own modules with all that can be known of it; edited programs are only read when that is asked."""
        if source.facts.functions or source.facts.uses:
            return source
        if source.content not in self._read:
            read = parse(source.name, source.content)
            self._read[source.content] = read if isinstance(read, Source) else source
        return self._read[source.content]

    def reply(self, source: Source, call: Call, ask: Callable[[], Reply | None]) -> Reply | None:
        """The remembered reply, or the one that `ask` returns, to be remembered."""
        key = source.code, digest_of(call)
        self.asked += 1
        if key in self._replies:
            self.found += 1
            return self._replies[key]
        began = time.perf_counter()
        reply = self._keep(key, ask())
        if time.perf_counter() - began > _LONG:
            self._long.add(key[1])
        return reply

    def unasked(self, sources: Iterable[Source], call: Call) -> list[Source]:
        """Those of the modules whose reply to a call is not known, each once."""
        digest = digest_of(call)
        return list({one.code: one for one in sources if (one.code, digest) not in self._replies}.values())

    def keep(self, source: Source, call: Call, reply: Reply | None) -> None:
        """Remember a reply."""
        self._keep((source.code, digest_of(call)), reply)

    def _keep(self, key: tuple[bytes, bytes], reply: Reply | None) -> Reply | None:
        self._replies[key] = reply
        if len(self._replies) > _MOST_REPLIES:
            del self._replies[next(iter(self._replies))]
        return reply
