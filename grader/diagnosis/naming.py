"""Name the misconception behind a failed task, or none.

The wrong modules and the solution are ours, but they run in a worker like everything that needs torch. A misconception
is named only if it gives what the learner gave at every recorded call of the task, also where that was right; nothing
is guessed. What no value can show (a seed set inside, a changed input, a broken rule) counts where a test complained.
"""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from grader.course.catalogue import MISCONCEPTIONS, Misconception, modules_in, read_known
from grader.course.file import Course, Exercise, Task
from grader.diagnosis.agreement import Oddity, Reply, agree, alike_in_form, oddities, other_words
from grader.diagnosis.memory import Memory
from grader.diagnosis.replay import Replays
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Call, Load
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.result.evidence import Aspect
from grader.result.outcome import Results, TestResult
from grader.source.module import Source
from grader.source.rules import autograd_uses, uses_of

_MOST_EXCHANGES = 16  # of one task; the failing ones come first
_GLOBAL = frozenset({"seed", "dtype", "grad_mode"})  # what a call may leave behind in torch itself


def diagnose(
    course: Course,
    results: Results,
    sources: dict[str, Source],
    workers: Workers | None = None,
    launcher: Launcher | None = None,
    memory: Memory | None = None,
    unknown: Set[str] = frozenset(),
) -> dict[tuple[str, str], Misconception]:
    """Return the misconception behind each failed task, by exercise and task; many failures have none to name.

    Args:
        course: whose catalogue and solutions are replayed. Where they are not at hand nothing is diagnosed.
        results: the tests' ends and the calls that led there.
        sources: the learner's modules.
        workers: where to replay; by default workers of its own, which a learner's code never was in.
        launcher: where those come from.
        memory: what is known from earlier runs.
        unknown: names of misconceptions to do without, as if nobody had thought of them.
    """
    found: dict[tuple[str, str], Misconception] = {}
    failing = {test.exercise for test in results.tests if test.status == "failed"}
    if not failing or not (course.root / MISCONCEPTIONS).is_dir() or not (course.root / "solutions").is_dir():
        return found
    memory = Memory() if memory is None else memory
    if workers is None:
        with Workers(replace(course.limits, submission_seconds=math.inf), launcher=launcher, shared=True) as own:
            return diagnose(course, results, sources, own, launcher, memory, unknown)
    replays = Replays(workers, memory)
    for exercise in course.exercises:
        # tests are no implementation that could be replayed: what they let pass is named where it is found
        if exercise.name not in failing or exercise.tests_of:
            continue
        catalogue = _Catalogue(course, exercise, replays, memory, unknown)
        for task in exercise.tasks:
            tests = [test for test in results.tests if test.exercise == exercise.name]
            if any(test.status == "failed" for test in tests if task.id in test.tasks):
                named = catalogue.name(task, tests, sources[exercise.name], results.requests.get(exercise.name, []))
                if named is not None:
                    found[exercise.name, task.id] = named
    return found


class _Catalogue:
    """The known wrong modules of one exercise, and its solution, ready to be called."""

    def __init__(self, course: Course, exercise: Exercise, replays: Replays, memory: Memory, unknown: Set[str]) -> None:
        self._replays = replays
        self._memory = memory
        self._solution = read_known(course.path("solutions", exercise), exercise)
        self._functions = exercise.functions
        self._ruled_out = exercise.ruled_out
        self._log = exercise.log
        self._uses: dict[bytes, frozenset[str]] = {}
        read = [memory.misconception(path, exercise) for path in modules_in(course, MISCONCEPTIONS, exercise)]
        self._known = [known for known in read if known is not None and known.name not in unknown]

    def name(
        self, task: Task, tests: Sequence[TestResult], learner: Source, requests: Sequence[Load | Call]
    ) -> Misconception | None:
        """The one misconception that explains why this task failed, or None.

        Args:
            task: the task.
            tests: those of the whole exercise.
            learner: the module that they were run on.
            requests: all that was sent to it, in order.
        """
        of_task = [test for test in tests if task.id in test.tasks]
        failing = [test.evidence for test in of_task if test.status == "failed" and test.evidence is not None]
        if any(evidence.kind == "rule" for evidence in failing):
            used = self._used(learner)
            return _only([known for known in self._known if used and self._used(known.source) == used])
        recorded = _most_telling(of_task)
        if not recorded:
            return None
        # one mistake has to explain the other tasks as well, as far as they use the function in the same way
        others = _most_telling([test for test in tests if task.id not in test.tasks])
        uses = {_use(exchange) for exchange in recorded}
        uses |= {(function, None, ()) for function, *_then in uses}
        recorded += [other for other in others if _use(other) in uses]
        # in the same order for every task: what rules a module out of one has then been asked before the next
        wrong = {exchange.at for test in tests if test.status == "failed" for exchange in test.exchanges}
        recorded.sort(key=lambda exchange: (exchange.at not in wrong, exchange.at))
        given = {exchange.at: exchange.reply for exchange in recorded}
        right = self._replies(self._solution, recorded, requests)
        own = oddities(given, right, self._log)
        complaints = {evidence.aspect for evidence in failing}
        scores = {}
        agreeing = self._that_agree(recorded, learner, requests, complaints) or self._that_draw_anew(recorded, learner)
        for candidate, replies in agreeing:
            odd = oddities(replies, right, self._log)
            if _explain(odd, own, complaints):
                scores[candidate] = (len(odd ^ own), other_words(replies, given))
        best = _best(scores)
        # what behaves alike says the same, or nothing is said
        return best[0] if best and all(map(best[0].says_the_same_as, best)) else None

    def _that_agree(
        self,
        recorded: Sequence[Exchange],
        learner: Source,
        requests: Sequence[Load | Call],
        complaints: Set[Aspect],
    ) -> list[tuple[Misconception, dict[int, Reply | None]]]:
        """The misconceptions that give the learner's answers, each with its replies."""
        found = []
        for known in self._known:
            replies: dict[int, Reply | None] = {}
            for exchange, reply in self._replays.of(known.source, recorded, requests):
                if not agree(reply, exchange.reply, complaints, self._log):
                    break
                replies[exchange.at] = reply
            else:
                if bool(self._used(known.source)) == bool(self._used(learner)):
                    found.append((known, replies))
        return found

    def _that_draw_anew(
        self, recorded: Sequence[Exchange], learner: Source
    ) -> list[tuple[Misconception, dict[int, Reply | None]]]:
        """The misconceptions whose numbers no seed repeats, if the learner's module is of that kind: only forms count.

        It is, if the same call had different answers though the module has nothing to remember the first one by.
        """
        repeated = [
            one
            for one, other in combinations(recorded, 2)
            if one.call == other.call and not agree(one.reply, other.reply)
        ]
        if not repeated or learner.facts.keeps_state:
            return []
        found = []
        for known in self._known:
            if known.source.facts.keeps_state or self._replays.is_repeatable(known.source, repeated[0].call):
                continue
            replies = {exchange.at: self._replays.reply(known.source, exchange.call) for exchange in recorded}
            if all(alike_in_form(replies[exchange.at], exchange.reply) for exchange in recorded):
                found.append((known, replies))
        return found

    def _replies(
        self, source: Source, recorded: Sequence[Exchange], requests: Sequence[Load | Call]
    ) -> dict[int, Reply | None]:
        return {exchange.at: reply for exchange, reply in self._replays.of(source, recorded, requests)}

    def _used(self, source: Source) -> frozenset[str]:
        """What the exercise rules out and the module uses, and how it differentiates automatically."""
        if source.content not in self._uses:
            uses = [*uses_of(source, self._functions, self._ruled_out), *autograd_uses(source, self._functions)]
            self._uses[source.content] = frozenset({use.name for use in uses} - {*self._ruled_out})
        return self._uses[source.content]


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


def _explain(odd: Set[Oddity], own: Set[Oddity], complaints: Set[Aspect]) -> bool:
    """Whether a candidate's oddities account for a learner's.

    What a test complained of must be odd, and in the same places. Torch must be left in the same state. Other ways of
    being odd (new tensors or changed ones, `.grad` afterwards) may be a matter of taste.
    """
    must_match = complaints | _GLOBAL
    same_places = all((oddity in odd) == (oddity in own) for oddity in odd | own if oddity[0] in must_match)
    return same_places and complaints <= {aspect for aspect, _where in odd}


def _best(scores: Mapping[Misconception, tuple[int, ...]]) -> list[Misconception]:
    lowest = min(scores.values(), default=None)
    return [candidate for candidate, score in scores.items() if score == lowest]


def _only(candidates: Sequence[Misconception]) -> Misconception | None:
    return candidates[0] if len(candidates) == 1 else None
