"""What a session knows of the known modules: whoever grades more than once parses and asks each of them once."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.course.catalogue import Misconception, ProofError, read_misconception
from grader.course.file import Exercise
from grader.diagnosis.agreement import Reply
from grader.pipe.frames import Call
from grader.source.module import Source

_MOST_REPLIES = 20_000  # of about a kilobyte each; a session of hours forgets the oldest


class Memory:
    """Known wrong modules, and what those that keep nothing replied; all by content, for files may change meanwhile.

    Most calls of the tests are the same for all learners, so whoever grades an exercise again has asked before.

    Attributes:
        asked: how often a reply was looked for.
        found: how often it was there.
    """

    def __init__(self) -> None:
        self.asked = 0
        self.found = 0
        self._replies: dict[bytes, Reply | None] = {}
        self._misconceptions: dict[tuple[Path, bytes], Misconception | None] = {}

    def misconception(self, path: Path, exercise: Exercise) -> Misconception | None:
        """The wrong module in this file; None if it is not of the expected form, of which `grader check` tells."""
        key = (path, path.read_bytes())
        if key not in self._misconceptions:
            try:
                self._misconceptions[key] = read_misconception(path, exercise)
            except ProofError:
                self._misconceptions[key] = None
        return self._misconceptions[key]

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
