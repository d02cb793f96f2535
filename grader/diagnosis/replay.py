"""The known modules' replies to the calls that were recorded.

Most modules keep nothing between calls: their reply depends on the call alone, so it is asked for once and remembered.
What does keep something has to be called as the learner's module was: with everything, in order, from a fresh start.
"""

import time
from collections.abc import Iterable, Iterator, Sequence

from grader.diagnosis.agreement import Reply, agree
from grader.diagnosis.memory import Memory
from grader.pipe.errors import WorkerEnded
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Call, Load, Raised, Returned
from grader.pipe.pool import Workers
from grader.source.module import Source

_TOGETHER = 32  # modules in one request


class Replays:
    """Asks known modules.

    Args:
        workers: where they are called; no learner's code ever was in these.
        memory: what was asked before.
    """

    def __init__(self, workers: Workers, memory: Memory) -> None:
        self._workers = workers
        self._memory = memory

    def of(
        self, source: Source, recorded: Sequence[Exchange], requests: Sequence[Load | Call]
    ) -> Iterator[tuple[Exchange, Reply | None]]:
        """Yield the module's reply to each recorded call, one by one, so that one can stop at the first that differs.

        Args:
            source: a known module.
            recorded: what a learner's module answered.
            requests: everything that was sent to the learner's module, in order; for modules that keep something.
        """
        if source.facts.keeps_state:
            yield from self._in_order(source, recorded, requests)
            return
        for exchange in recorded:
            yield exchange, self.reply(source, exchange.call)

    def reply(self, source: Source, call: Call) -> Reply | None:
        """The reply of a module that keeps nothing between calls; None if it ended the worker."""
        return self._memory.reply(source, call, lambda: self._ask_beside(source, call))

    def ask_together(self, sources: Iterable[Source], call: Call, seconds: float | None = None) -> None:
        """Ask modules for their replies to a call, many in one request, for `reply` to remember.

        Args:
            sources: the modules.
            call: for each of them.
            seconds: of CPU, for a request; of one that takes longer nothing is known.
        """
        new = self._memory.unasked((one for one in sources if not one.facts.keeps_state), call)
        for at in range(0, len(new), _TOGETHER):
            asked = new[at : at + _TOGETHER]
            if len(asked) > 1:
                for source, reply in zip(asked, self._workers.ask_each(asked, call, seconds), strict=True):
                    if reply is not None:
                        self._memory.keep(source, call, reply)

    def cpu_seconds(self) -> float:
        """CPU seconds that this process and the workers have used."""
        return time.process_time() + self._workers.cpu_seconds()

    def is_repeatable(self, source: Source, call: Call) -> bool:
        """Whether the same call gives the same answer again; false of numbers that torch's seed does not reach."""
        return agree(self._ask(source, call), self.reply(source, call))

    def _in_order(
        self, source: Source, recorded: Sequence[Exchange], requests: Sequence[Load | Call]
    ) -> Iterator[tuple[Exchange, Reply | None]]:
        wanted = {exchange.at: exchange for exchange in recorded}
        for at, request in enumerate(requests[: max(wanted, default=-1) + 1]):
            if isinstance(request, Load):
                source = source.read_again()
                continue
            reply = self._ask(source, request)
            if at in wanted:
                yield wanted[at], reply

    def _ask_beside(self, source: Source, call: Call) -> Reply | None:
        # of those that lie side by side none has to be loaded anew to be asked again
        (reply,) = self._workers.ask_each([source], call)
        return self._ask(source, call) if reply is None else reply

    def _ask(self, source: Source, call: Call) -> Reply | None:
        try:
            reply = self._workers.ask(source, call)
        except WorkerEnded:
            return None
        return reply if isinstance(reply, Returned | Raised) else None
