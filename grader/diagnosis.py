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
from grader.launcher import Launcher
from grader.proof import MISCONCEPTIONS, Misconception, ProofError, modules_in, read_known, read_misconception
from grader.results import Results, TestResult
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


def diagnose(
    course: Course,
    results: Results,
    sources: dict[str, Source],
    workers: Workers | None = None,
    launcher: Launcher | None = None,
) -> dict[tuple[str, str], Misconception]:
    """Return the misconception behind each failed task, by exercise and task; most failures have none to name.

    Args:
        course: whose catalogue and solutions are replayed. Where they are not at hand nothing is diagnosed.
        results: the tests' ends and the calls that led there.
        sources: the learner's modules.
        workers: where to replay; by default workers of its own, which a learner's code never was in.
        launcher: where those come from.
    """
    found: dict[tuple[str, str], Misconception] = {}
    failing = {test.exercise for test in results.tests if test.status == "failed"}
    if not failing or not (course.root / MISCONCEPTIONS).is_dir() or not (course.root / "solutions").is_dir():
        return found
    if workers is None:
        with Workers(replace(course.limits, submission_seconds=math.inf), launcher=launcher, shared=True) as own:
            return diagnose(course, results, sources, own)
    for exercise in course.exercises:
        if exercise.name not in failing:
            continue
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
        own = _odd([exchange.reply for exchange in recorded], right)
        scored = []
        for candidate in candidates:
            replies = [self._replay(candidate.source, exchange) for exchange in recorded]
            # once more in one go: a module that keeps state between calls may have agreed by being loaded anew
            if not all(_agree(reply, exchange.reply) for reply, exchange in zip(replies, recorded, strict=True)):
                continue
            odd = _odd(replies, right)
            # every complaint must be explained; other ways of being odd only tell candidates apart
            if complaints <= odd:
                scored.append((len(odd ^ own), candidate))
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


def _odd(replies: Sequence[Reply | None], right: Sequence[Reply | None]) -> set[str]:
    """The aspects in which replies differ from the right ones."""
    odd: set[str] = set()
    for mine, theirs in zip(replies, right, strict=True):
        if not _agree(mine, theirs):
            odd.add("values")
        if isinstance(mine, Returned) and isinstance(theirs, Returned):
            odd |= _side_effects(mine, theirs)
    return odd


def _side_effects(mine: Returned, right: Returned) -> set[str]:
    odd = {
        "seed": mine.reseeded,
        "dtype": mine.default_dtype != "float32",
        "grad_mode": not mine.grad_enabled,
        "inputs": not all(map(_same_input, mine.arguments, right.arguments)),
    }
    pairs = [
        (a, b)
        for result, right_result in zip(mine.results, right.results, strict=False)
        for a, b in zip(_tensors(result), _tensors(right_result), strict=False)
    ]
    odd["requires_grad"] = any(a.requires_grad != b.requires_grad for a, b in pairs)
    odd["leaf"] = any(a.is_leaf != b.is_leaf for a, b in pairs)
    odd["grad"] = any(_has_grad(a) != _has_grad(b) for a, b in pairs)
    return {aspect for aspect, differs in odd.items() if differs}


def _same_input(mine: Value, theirs: Value) -> bool:
    if isinstance(mine, Array) and isinstance(theirs, Array):
        return same(mine, theirs) and mine.requires_grad == theirs.requires_grad
    return not isinstance(mine, Array | ListValue) or same(mine, theirs)


def _tensors(value: Value) -> list[Array]:
    match value:
        case Array():
            return [value]
        case ListValue(items) | TupleValue(items):
            return [tensor for item in items for tensor in _tensors(item)]
    return []


def _has_grad(tensor: Array) -> bool:
    grad = None if tensor.grad is None else numbers_of(tensor.grad)
    return grad is not None and bool(np.any(grad))
