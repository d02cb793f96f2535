"""The judge's handle of a reader: the process in which everything is read that learners hand in.

The judge opens files, with a limit, and sends their bytes. What comes back is data of bounded size. A reader that ends,
or takes too long, costs the file that it was reading.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from grader.isolation import LAYERS
from grader.messages import _
from grader.pipe.codec import BadFrame, new_ticket, read_frame, write_frame
from grader.pipe.control import Begin
from grader.pipe.fork_server import LoadedProcess
from grader.pipe.launcher import can_fork
from grader.pipe.processes import Process, SpawnedProcess, boot
from grader.pipe.watchdog import WALL_PER_CPU, Watchdog
from grader.reader.questions import MAX_ANSWER, MAX_QUESTION, Answer, AskModule, Question, Unreadable
from grader.source.decoding import declared_encoding
from grader.source.facts import Parsed, Unparsed
from grader.source.module import Source, SourceProblem, as_source
from grader.source.place import shown_name
from grader.source.regular_files import MAX_SOURCE, read_plain_file

MAIN = "grader.reader.main"
MEMORY_MB = 512  # beyond what is loaded; a notebook of 30 MB with pictures takes a quarter of it
FILE_SECONDS = 2.0  # CPU seconds for one file; an honest one takes some milliseconds
SUBMISSION_SECONDS = 6.0  # CPU seconds for all files of a submission
SUBMISSION_ANSWERS = 12 * 1024 * 1024  # bytes of answers that the judge accepts for one
_LAST_RESORT_SECONDS = 10  # CPU seconds after which the kernel ends a reader, should the judge not have done so
# how the encodings that every reader has are usually written, in small letters
_AT_HAND = frozenset(
    {"utf-8", "utf8", "utf-8-sig", "latin-1", "latin1", "iso-8859-1", "ascii", "us-ascii", "cp1252", "cp949", "euc-kr"}
)

A = TypeVar("A", bound=Answer)
B = TypeVar("B", bound=Answer)
_decode = msgspec.msgpack.Decoder(Answer).decode


class Reader:
    """Reads the files of one submission after another, each submission in a process of its own.

    Args:
        layers: what is taken from that process, of `grader.isolation.LAYERS`, as far as the system can.
        fork: fork it from a process that has all it needs; by default where that is safe.
    """

    def __init__(self, layers: tuple[str, ...] = LAYERS, fork: bool | None = None) -> None:
        self._layers = layers
        self._forks = can_fork() if fork is None else fork
        self._loaded: LoadedProcess | None = None
        self._conversation: _Conversation | None = None
        self._spent = 0.0  # CPU seconds for the files of this submission so far
        self._heard = 0  # bytes

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def prepare(self) -> None:
        """Begin to load what reading takes, and return at once."""
        if self._forks and self._loaded is None:
            self._loaded = LoadedProcess(boot("fork_readers", module=MAIN, keeps_bytecode=True))

    def begin(self) -> None:
        """Begin with another submission: nothing that has seen the last one sees it."""
        self._end()
        self._spent, self._heard = 0.0, 0

    def close(self) -> None:
        """End every process."""
        self._end()
        if self._loaded is not None:
            self._loaded.close()
        self._loaded = None

    def module(self, name: str, path: Path, functions: tuple[str, ...]) -> Source | SourceProblem:
        """Read one module.

        Args:
            name: the exercise's stem.
            path: the file.
            functions: those that the exercise asks for.
        """
        content = read_plain_file(path, MAX_SOURCE)
        return content if isinstance(content, SourceProblem) else self.text(name, shown_name(path), content, functions)

    def text(self, name: str, filename: str, content: bytes, functions: tuple[str, ...]) -> Source | SourceProblem:
        """Read one module that is not, or no longer, a file; arguments as for `module`."""
        facts = self.ask(AskModule(content, functions), filename, Parsed, Unparsed, content)
        return facts if isinstance(facts, SourceProblem) else as_source(name, filename, content, facts)

    def ask(
        self, question: Question, filename: str, kind: type[A], problem: type[B], content: bytes = b""
    ) -> A | B | SourceProblem:
        """Ask about a file.

        Args:
            question: with the file's bytes in it.
            filename: what reports call it.
            kind: what the question asks for.
            problem: the answer where there is no such thing.
            content: the bytes, if they are a module's: they say which encoding the reader needs.

        Returns:
            One of the two, or a sentence on why the file cannot be read.
        """
        answer = self._ask(question, _rare_encodings(content))
        if isinstance(answer, kind | problem):
            return answer
        # a compromised reader may answer anything
        return _beyond_means(answer if isinstance(answer, Unreadable) else Unreadable("memory"), filename)

    def _ask(self, question: Question, encodings: tuple[str, ...]) -> Answer:
        left = SUBMISSION_SECONDS - self._spent
        if left <= 0:
            return Unreadable("time")
        if self._conversation is not None and not self._conversation.knows(encodings):
            self._end()
        if self._conversation is None:
            self._conversation = self._start(encodings)
        before = self._conversation.cpu_seconds()
        most = min(MAX_ANSWER, SUBMISSION_ANSWERS - self._heard)
        answer, size = self._conversation.ask(question, min(left, FILE_SECONDS), most)
        self._heard += size
        if answer is None:  # it has ended
            self._spent += FILE_SECONDS
            timeout = self._conversation.took_too_long
            self._end()
            return Unreadable("time" if timeout else "memory")
        self._spent += self._conversation.cpu_seconds() - before
        return answer

    def _start(self, encodings: tuple[str, ...]) -> "_Conversation":
        if not self._forks:
            return _Conversation(SpawnedProcess(boot("be_the_reader", module=MAIN, keeps_bytecode=True)), None)
        begin = Begin(MEMORY_MB, _LAST_RESORT_SECONDS, self._layers, encodings)
        for attempt in (1, 2):
            self.prepare()
            assert self._loaded is not None
            try:
                return _Conversation(self._loaded.fork(begin), encodings)
            except OSError:
                # it should not have ended by itself: try once more, with a new one
                self._loaded.close()
                self._loaded = None
                if attempt == 2:
                    raise
        raise AssertionError("unreachable")

    def _end(self) -> None:
        if self._conversation is not None:
            self._conversation.end()
        self._conversation = None


@contextlib.contextmanager
def reading_in(reader: Reader | None) -> Iterator[Reader]:
    """Yield this reader, ready for another submission; without one, a reader that ends with the block."""
    if reader is not None:
        reader.begin()
        yield reader
        return
    with Reader() as own:
        yield own


class _Conversation:
    """One reader process, to be asked until it ends.

    Args:
        process: it was started already.
        encodings: the rare ones that it has loaded; None if it can load any.
    """

    def __init__(self, process: Process, encodings: tuple[str, ...] | None) -> None:
        self._process = process
        self._encodings = encodings
        self._watchdog = Watchdog(process)

    @property
    def took_too_long(self) -> bool:
        """Whether it was ended for that."""
        return self._watchdog.fired

    def knows(self, encodings: tuple[str, ...]) -> bool:
        """Whether it has these encodings."""
        return self._encodings is None or set(encodings) <= set(self._encodings)

    def cpu_seconds(self) -> float:
        """CPU time that the process has used."""
        return self._watchdog.clock()

    def ask(self, question: Question, seconds: float, most: int) -> tuple[Answer | None, int]:
        """Return the answer and its size in bytes; None if the process ends, takes too long, or says something else.

        Args:
            question: what is asked.
            seconds: CPU seconds that it may take.
            most: bytes that the answer may have.
        """
        self._watchdog.arm(cpu=seconds, wall=seconds * WALL_PER_CPU)
        try:
            ticket = new_ticket()
            write_frame(self._process.requests, question, ticket, MAX_QUESTION)
            returned, body = read_frame(self._process.replies, most)
            return (_decode(body) if returned == ticket else None), len(body)
        except (EOFError, OSError, BadFrame, msgspec.MsgspecError, ValueError, RecursionError):
            return None, 0
        finally:
            self._watchdog.disarm()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._watchdog.stop()
        self._process.close()


def _rare_encodings(content: bytes) -> tuple[str, ...]:
    declared = declared_encoding(content)
    return () if declared.lower().replace("_", "-") in _AT_HAND else (declared,)


def _beyond_means(answer: Unreadable, filename: str) -> SourceProblem:
    sentences = {
        "time": _("{file} takes too long to read. Is it what you meant to hand in?"),
        "memory": _("{file} takes more memory to read than a file may. Is it what you meant to hand in?"),
        "size": _("{file} holds more names than can be looked at. Is it what you meant to hand in?"),
    }
    return SourceProblem(sentences[answer.lacks].format(file=filename))
