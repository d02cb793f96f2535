"""Which known misconception gives the learner's answers: the recorded calls, replayed on the known wrong modules.

The wrong modules and the solution are ours, but they run in a worker like everything that needs torch. A misconception
is named only if it gives what the learner gave at every recorded call of the task, also where that was right; nothing
is guessed. What no value can show (a seed set inside, a changed input, a broken rule) counts where a test complained.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from grader.channel import WorkerEnded
from grader.course import Course, Exercise
from grader.frames import Array, ListValue, ModuleValue, Observed, Raised, Returned, TupleValue, Value
from grader.plugin import Results, TestResult
from grader.proof import MISCONCEPTIONS, Misconception, ProofError, modules_in, read_known, read_misconception
from grader.rules import autograd_uses, uses_of
from grader.source import Source
from grader.testing.learner import Exchange
from grader.testing.values import numbers_of, same
from grader.workers import Workers

_MOST_EXCHANGES = 16  # of one task; the failing ones come first
# Far above what float32 makes of one formula written in two ways, even after some epochs, and far below a mistake
_RELATIVE = 1e-4
_LOG_LINE = re.compile(r"\d.*loss|loss.*\d")
_RULED_OUT = ("torch.nn", "torch.optim")

Reply = Returned | Raised


def diagnose(course: Course, results: Results, sources: dict[str, Source]) -> dict[tuple[str, str], Misconception]:
    """Return the misconception behind each failed task, by exercise and task; most failures have none to name.

    Args:
        course: whose catalogue and solutions are replayed. Where they are not at hand nothing is diagnosed.
        results: the tests' ends and the calls that led there.
        sources: the learner's modules.
    """
    found: dict[tuple[str, str], Misconception] = {}
    failing = [test for test in results.tests if test.status == "failed"]
    exercises = [e for e in course.exercises if any(test.exercise == e.name for test in failing)]
    if not failing or not (course.root / MISCONCEPTIONS).is_dir() or not (course.root / "solutions").is_dir():
        return found
    with Workers(replace(course.limits, submission_seconds=math.inf)) as workers:
        for exercise in exercises:
            catalogue = _Catalogue(course, exercise, workers)
            for task in exercise.tasks:
                tests = [t for t in results.tests if t.exercise == exercise.name and task.id in t.tasks]
                if any(test.status == "failed" for test in tests):
                    named = catalogue.name(tests, sources[exercise.name])
                    if named is not None:
                        found[exercise.name, task.id] = named
    return found


class _Catalogue:
    """The known wrong modules of one exercise, and its solution, ready to be called."""

    def __init__(self, course: Course, exercise: Exercise, workers: Workers) -> None:
        self._workers = workers
        self._solution = read_known(course.path("solutions", exercise), exercise)
        self._functions = exercise.functions
        self._known: list[Misconception] = []
        for path in modules_in(course, MISCONCEPTIONS, exercise):
            try:
                self._known.append(read_misconception(path, exercise))
            except ProofError:
                continue  # `grader check` says so; a learner's report does without

    def name(self, tests: Sequence[TestResult], learner: Source) -> Misconception | None:
        """The one misconception that explains these tests, or None."""
        failing = [test for test in tests if test.status == "failed" and test.evidence is not None]
        if any(test.evidence.kind == "rule" for test in failing if test.evidence is not None):
            return _only(
                [m for m in self._known if self._used(m.source) and self._used(m.source) == self._used(learner)]
            )
        recorded = _most_telling(tests)
        complaints = {test.evidence.aspect for test in failing if test.evidence is not None}
        if not recorded:
            return None
        candidates = self._that_agree(recorded)
        right = [self._replay(self._solution, exchange) for exchange in recorded]
        scored = []
        for candidate in candidates:
            replies = [self._replay(candidate.source, exchange) for exchange in recorded]
            odd = {aspect for a, b in zip(replies, right, strict=True) for aspect in _side_effects(a, b)}
            values_wrong = any(not _agree(a, b) for a, b in zip(replies, right, strict=True))
            explained = {"values"} & complaints if values_wrong else set()
            # every complaint must be explained; what else the candidate does wrong speaks against it
            if complaints <= explained | odd:
                scored.append((len(odd - complaints), candidate))
        best = min((score for score, _candidate in scored), default=0)
        return _closest([candidate for score, candidate in scored if score == best], learner)

    def _that_agree(self, recorded: Sequence[Exchange]) -> list[Misconception]:
        left = self._known
        for exchange in recorded:
            # call by call, so that most of the catalogue is ruled out by the first
            left = [m for m in left if _agree(self._replay(m.source, exchange), exchange.reply)]
        return left

    def _used(self, source: Source) -> list[str]:
        uses = [*uses_of(source, self._functions, _RULED_OUT), *autograd_uses(source, self._functions)]
        return sorted({use.name for use in uses if use.name not in _RULED_OUT})

    def _replay(self, source: Source, exchange: Exchange) -> Reply | None:
        try:
            reply = self._workers.ask(source, exchange.call)
        except WorkerEnded:
            return None
        return reply if isinstance(reply, Returned | Raised) else None


def _most_telling(tests: Iterable[TestResult]) -> list[Exchange]:
    ordered = sorted(tests, key=lambda test: test.status != "failed")
    exchanges: list[Exchange] = []
    for test in ordered:
        exchanges += [exchange for exchange in reversed(test.exchanges) if exchange not in exchanges]
    return exchanges[:_MOST_EXCHANGES]


def _only(candidates: Sequence[Misconception]) -> Misconception | None:
    return candidates[0] if len(candidates) == 1 else None


def _closest(candidates: Sequence[Misconception], learner: Source) -> Misconception | None:
    """Of several that behave alike, the one that is written like the learner's, if one clearly is."""
    if len(candidates) < 2:
        return _only(candidates)
    import difflib

    def likeness(candidate: Misconception) -> float:
        return difflib.SequenceMatcher(None, _words(candidate.source), _words(learner), autojunk=False).ratio()

    ranked = sorted(candidates, key=likeness, reverse=True)
    clear = likeness(ranked[0]) - likeness(ranked[1]) > 0.05
    return ranked[0] if clear else None


def _words(source: Source) -> list[str]:
    code = source.content.decode("utf-8", "replace").split('"""')[-1]
    return re.findall(r"\w+|[^\w\s]", code)


# ---- what it means to give the same answer ----


def _agree(mine: Reply | None, theirs: Reply | None) -> bool:
    """Whether two replies show the same values, within float32 rounding; flags and side effects aside."""
    match mine, theirs:
        case Raised(), Raised():
            return mine.exception == theirs.exception
        case Returned(), Returned():
            return (
                len(mine.results) == len(theirs.results)
                and all(map(_close, mine.results, theirs.results))
                and _seen_alike(mine.observed, theirs.observed)
                and _log(mine) == _log(theirs)
            )
    return False


def _seen_alike(mine: Observed | None, theirs: Observed | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    if (mine.problem is None) != (theirs.problem is None) or mine.gradients.keys() != theirs.gradients.keys():
        return False
    gradients = all(_close(mine.gradients[name], theirs.gradients[name]) for name in mine.gradients)
    return gradients and _close(mine.value, theirs.value)


def _close(mine: Value, theirs: Value) -> bool:
    match mine, theirs:
        case Array(), Array():
            if (mine.dtype, mine.shape) != (theirs.dtype, theirs.shape):
                return False
            a, b = numbers_of(mine), numbers_of(theirs)
            return a is not None and b is not None and _near(a.astype(np.float64), b.astype(np.float64))
        case (ListValue(a), ListValue(b)) | (TupleValue(a), TupleValue(b)):
            return len(a) == len(b) and all(map(_close, a, b))
        case ModuleValue(), ModuleValue():
            return mine.parameters.keys() == theirs.parameters.keys() and all(
                _close(mine.parameters[name], theirs.parameters[name]) for name in mine.parameters
            )
        case float(), float():
            return _near(np.asarray(mine), np.asarray(theirs))
    return type(mine) is type(theirs) and (mine == theirs or not isinstance(mine, bool | int | str | None))


def _near(
    a: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", b: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
) -> bool:
    scale = float(np.max(np.abs(b), initial=0.0, where=np.isfinite(b)))
    return bool(np.allclose(a, b, rtol=0.0, atol=_RELATIVE * scale, equal_nan=True))


def _log(reply: Returned) -> list[str]:
    lines = (line.strip() for line in reply.printed.text.splitlines())
    # the last digits of a printed loss are rounding
    return [re.sub(r"(\.\d\d)\d+", r"\1", line) for line in lines if _LOG_LINE.search(line)]


def _side_effects(reply: Reply | None, right: Reply | None) -> set[str]:
    """The aspects beside the values in which a reply differs from the right one."""
    if not isinstance(reply, Returned) or not isinstance(right, Returned):
        return set()
    odd = set()
    if (reply.reseeded, reply.default_dtype, reply.grad_enabled) != (False, "float32", True):
        odd.add("settings")
    if not all(map(_same_input, reply.arguments, right.arguments)):
        odd.add("inputs")
    if [_flags(value) for value in reply.results] != [_flags(value) for value in right.results]:
        odd.add("flags")
    return odd


def _same_input(mine: Value, theirs: Value) -> bool:
    if isinstance(mine, Array) and isinstance(theirs, Array):
        return same(mine, theirs) and mine.requires_grad == theirs.requires_grad
    return not isinstance(mine, Array | ListValue) or same(mine, theirs)


def _flags(value: Value) -> object:
    match value:
        case Array():
            grad = None if value.grad is None else numbers_of(value.grad)
            return value.requires_grad, value.is_leaf, grad is None or not np.any(grad)
        case ListValue(items) | TupleValue(items):
            return [_flags(item) for item in items]
    return None
