"""What a session knows of the known modules: whoever grades more than once parses and asks each of them once."""

import hashlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader.course.catalogue import Misconception, ProofError, read_misconception
from grader.course.file import Exercise
from grader.diagnosis.agreement import Reply
from grader.diagnosis.edits import EditedPrograms, read_edits
from grader.pipe.frames import Call
from grader.source.module import Source, parse

_MOST_REPLIES = 20_000  # of about a kilobyte each; a session of hours forgets the oldest


@dataclass(frozen=True)
class Patience:
    """How long a cause may be looked for that nobody wrote down.

    Attributes:
        pairs: of edits that are tried together, for one exercise; they take about a millisecond each.
        seconds: of CPU, for one exercise; no limit where the same work has to get the same report.
    """

    pairs: int = 300
    seconds: float = math.inf


class Memory:
    """Known wrong modules, and what those that keep nothing replied; all by content, for files may change meanwhile.

    Most calls of the tests are the same for all learners, so whoever grades an exercise again has asked before.

    Args:
        patience: how long an exercise's edits may be searched for a cause.

    Attributes:
        asked: how often a reply was looked for.
        found: how often it was there.
    """

    def __init__(self, patience: Patience | None = None) -> None:
        self.patience = Patience() if patience is None else patience
        self.asked = 0
        self.found = 0
        self._replies: dict[bytes, Reply | None] = {}
        self._misconceptions: dict[tuple[Path, bytes], Misconception | None] = {}
        self._read: dict[bytes, Source] = {}
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
        key = hashlib.sha256(source.code + b"\0" + msgspec.msgpack.encode(call)).digest()
        self.asked += 1
        if key in self._replies:
            self.found += 1
            return self._replies[key]
        reply = self._replies[key] = ask()
        if len(self._replies) > _MOST_REPLIES:
            del self._replies[next(iter(self._replies))]
        return reply
