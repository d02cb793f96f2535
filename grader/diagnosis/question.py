"""What a diagnosis has to explain: recorded calls of a failed task, what its tests complained of, the right replies."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import msgspec

from grader.course.file import Task
from grader.diagnosis.agreement import Oddity, Reply, oddities
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Call, Load
from grader.result.evidence import Aspect
from grader.result.outcome import TestResult
from grader.source.module import Source

_MOST_EXCHANGES = 16  # of one task; the failing ones come first


@dataclass(frozen=True)
class Question:
    """What is to be explained.

    Attributes:
        recorded: the calls, what failed first.
        learner: the module that they were made of.
        requests: all that was sent to it, in order; for modules that remember.
        complaints: what the task's tests complained of.
        right: the solution's replies, by the place of the request.
        log: the forms of a log's lines, see `Exercise`.
    """

    recorded: Sequence[Exchange]
    learner: Source
    requests: Sequence[Load | Call]
    complaints: Set[Aspect]
    right: Mapping[int, Reply | None]
    log: Sequence[str] = ()

    @cached_property
    def given(self) -> dict[int, Reply | None]:
        """The learner's replies."""
        return {exchange.at: exchange.reply for exchange in self.recorded}

    @cached_property
    def odd(self) -> set[Oddity]:
        """In what the learner's replies differ from the right ones."""
        return oddities(self.given, self.right, self.log)


def recorded_for(task: Task, tests: Sequence[TestResult]) -> list[Exchange]:
    """The calls that a cause of this task's failure has to explain, in the same order for every task.

    One mistake has to explain the other tasks as well, as far as they use the function in the same way.

    Args:
        task: the task.
        tests: those of the whole exercise.
    """
    recorded = _most_telling([test for test in tests if task.id in test.tasks])
    others = _most_telling([test for test in tests if task.id not in test.tasks])
    uses = {_use(exchange) for exchange in recorded}
    uses |= {(function, None, ()) for function, *_then in uses}
    recorded += [other for other in others if _use(other) in uses]
    # what rules a module out of one task has then been asked before the next; short answers first, for a thousand
    # epochs cost a hundred times as much as ten
    wrong = {exchange.at for test in tests if test.status == "failed" for exchange in test.exchanges}
    return sorted(recorded, key=lambda one: (one.at not in wrong, _size(one), one.at))


def _size(exchange: Exchange) -> int:
    """How large an answer is, in powers of two."""
    return len(msgspec.msgpack.encode(exchange.reply)).bit_length()


def _most_telling(tests: Iterable[TestResult]) -> list[Exchange]:
    ordered = sorted(tests, key=lambda test: test.status != "failed")
    exchanges: list[Exchange] = []
    for test in ordered:
        exchanges += [exchange for exchange in reversed(test.exchanges) if exchange not in exchanges]
    return exchanges[:_MOST_EXCHANGES]


def _use(exchange: Exchange) -> tuple[str, type | None, tuple[int, ...]]:
    """Which function is called, and what is done with its result."""
    then = exchange.call.then
    return exchange.call.function, type(then) if then else None, getattr(then, "path", ())
