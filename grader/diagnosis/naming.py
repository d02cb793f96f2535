"""Name the misconception behind a failed task, or none.

The wrong modules and the solution are ours, but they run in a worker like everything that needs torch. A misconception
is named only if it gives what the learner gave at every recorded call of the task, also where that was right; nothing
is guessed. What no value can show (a seed set inside, a changed input, a broken rule) counts where a test complained.
"""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations, islice

from grader.course.catalogue import MISCONCEPTIONS, Misconception, modules_in, read_known
from grader.course.file import Course, Exercise, Task
from grader.diagnosis.agreement import (
    Oddity,
    Reply,
    agree,
    alike_in_form,
    common_pieces,
    oddities,
    other_words,
)
from grader.diagnosis.choice import choose
from grader.diagnosis.edits import EDITS, Edit
from grader.diagnosis.memory import Memory
from grader.diagnosis.replay import Replays
from grader.diagnosis.witness import facts_of, numbers_in
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
_MOST_PAIRS = 300  # of edits that are tried together
_MOST_RANKED = 40  # edits that pairs are made of
_TELLING = 2  # wrong answers that edits are ranked by
_RULED_OUT = ("torch.nn", "torch.optim")


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
        if exercise.name not in failing:
            continue
        catalogue = _Catalogue(course, exercise, replays, memory, unknown)
        for task in exercise.tasks:
            tests = [test for test in results.tests if test.exercise == exercise.name]
            if any(test.status == "failed" for test in tests if task.id in test.tasks):
                named = catalogue.name(task, tests, sources[exercise.name], results.requests.get(exercise.name, []))
                if named is not None:
                    found[exercise.name, task.id] = named
    return found


@dataclass(frozen=True)
class _Question:
    """What is to be explained.

    Attributes:
        recorded: the calls, what failed first.
        learner: the module that they were made of.
        requests: all that was sent to it, in order.
        complaints: what the task's tests complained of.
        right: the solution's replies.
    """

    recorded: Sequence[Exchange]
    learner: Source
    requests: Sequence[Load | Call]
    complaints: Set[Aspect]
    right: Mapping[int, Reply | None]

    @property
    def given(self) -> dict[int, Reply | None]:
        """The learner's replies."""
        return {exchange.at: exchange.reply for exchange in self.recorded}


class _Catalogue:
    """The known wrong modules of one exercise, and its solution, ready to be called."""

    def __init__(self, course: Course, exercise: Exercise, replays: Replays, memory: Memory, unknown: Set[str]) -> None:
        self._replays = replays
        self._memory = memory
        self._solution = read_known(course.path("solutions", exercise), exercise)
        self._functions = exercise.functions
        self._uses: dict[bytes, frozenset[str]] = {}
        read = [memory.misconception(path, exercise) for path in modules_in(course, MISCONCEPTIONS, exercise)]
        self._known = [known for known in read if known is not None and known.name not in unknown]
        path = course.root / EDITS / f"{exercise.name}.toml"
        self._edits = memory.edits(path, exercise.name, {known.name: known for known in self._known})
        self._found: list[Misconception] = []  # what explained a task before

    def name(
        self, task: Task, tests: Sequence[TestResult], learner: Source, requests: Sequence[Load | Call]
    ) -> Misconception | None:
        """The misconception that explains why this task failed, or None.

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
        asked = _Question(
            recorded,
            learner,
            requests,
            frozenset(evidence.aspect for evidence in failing),
            self._replies(self._solution, recorded, requests),
        )
        known = self._chosen(asked, self._that_agree(asked, self._known) or self._that_draw_anew(recorded, learner))
        return known or self._edited(asked)

    def _edited(self, asked: "_Question") -> Misconception | None:
        """The edit of a right program that gives the learner's answers, or the two edits."""
        numbers = numbers_in(asked.learner.tree)
        again = self._chosen(asked, self._that_agree(asked, self._found))
        alone = [candidate.misconception for candidate in self._edits.alone(numbers)]
        found = again or self._chosen(asked, self._that_agree(asked, alone))
        if found is None:
            ranked = self._ranked(asked, numbers)
            together = (candidate.misconception for candidate in self._edits.together(ranked))
            found = self._chosen(asked, self._that_agree(asked, islice(together, _MOST_PAIRS), most=1))
        if found is not None and found not in self._found:
            self._found.append(found)
        return found

    def _ranked(self, asked: "_Question", numbers: Sequence[float]) -> list[Edit]:
        """The edits, those first that alone explain most of a wrong answer, and of them those that the code speaks of.

        The code only decides where to look first: what is found has to give the answers.
        """
        telling = [one for one in asked.recorded if not agree(one.reply, asked.right[one.at], {"log"})][:_TELLING]
        facts = facts_of(asked.learner.tree)
        scores: dict[Edit, tuple[int, int]] = {}
        for candidate in self._edits.alone(numbers):
            source = candidate.misconception.source
            pieces = sum(common_pieces(self._replays.reply(source, one.call), one.reply) for one in telling)
            spoken = len(facts_of(source.tree) & facts) - len(facts_of(source.tree) - facts)
            score = -pieces, -spoken
            (edit,) = candidate.edits
            scores[edit] = min(score, scores.get(edit, score))
        return sorted(scores, key=scores.__getitem__)[:_MOST_RANKED]

    def _chosen(
        self, asked: "_Question", agreeing: Iterable[tuple[Misconception, dict[int, Reply | None]]]
    ) -> Misconception | None:
        """Of the misconceptions that give the learner's values the one that is as odd in other ways too."""
        own = oddities(asked.given, asked.right)
        scores = {}
        for candidate, replies in agreeing:
            odd = oddities(replies, asked.right)
            if _explain(odd, own, asked.complaints):
                scores[candidate] = (len(odd ^ own), other_words(replies, asked.given))
        return choose(_best(scores), asked.learner.tree)

    def _that_agree(
        self, asked: "_Question", candidates: Iterable[Misconception], most: int | None = None
    ) -> list[tuple[Misconception, dict[int, Reply | None]]]:
        """The misconceptions that give the learner's answers, each with its replies; no more than `most`."""
        found: list[tuple[Misconception, dict[int, Reply | None]]] = []
        for known in candidates:
            replies: dict[int, Reply | None] = {}
            for exchange, reply in self._replays.of(known.source, asked.recorded, asked.requests):
                if not agree(reply, exchange.reply, asked.complaints):
                    break
                replies[exchange.at] = reply
            else:
                if bool(self._used(known.source)) == bool(self._used(asked.learner)):
                    found.append((known, replies))
            if len(found) == most:
                break
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
        if not repeated or self._memory.keeps_state(learner):
            return []
        found = []
        for known in self._known:
            if self._memory.keeps_state(known.source) or self._replays.is_repeatable(known.source, repeated[0].call):
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
        """What a "from scratch" exercise forbids and the module uses."""
        if source.content not in self._uses:
            uses = [*uses_of(source, self._functions, _RULED_OUT), *autograd_uses(source, self._functions)]
            self._uses[source.content] = frozenset({use.name for use in uses} - {*_RULED_OUT})
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
