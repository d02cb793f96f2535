"""Name the misconception behind a failed task, or none.

The wrong modules and the solution are ours, but they run in a worker like everything that needs torch. A misconception
is named only if it gives what the learner gave at every recorded call of the task, also where that was right; nothing
is guessed. What no value can show (a seed set inside, a changed input, a broken rule) counts where a test complained.
"""

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from grader.course.catalogue import MISCONCEPTIONS, Misconception, edits_path, modules_in
from grader.course.file import Course, Exercise, Task
from grader.diagnosis.certain import what_is_certain
from grader.diagnosis.matching import Matcher
from grader.diagnosis.memory import Memory
from grader.diagnosis.question import Question, recorded_for
from grader.diagnosis.replay import Replays
from grader.diagnosis.search import EditSearch
from grader.pipe.frames import Call, Load
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from grader.pipe.pool import Workers
from grader.result.outcome import Results, TestResult
from grader.source.module import Source


@dataclass(frozen=True)
class Explanations:
    """What is said of failed tasks, by exercise and task.

    Attributes:
        named: the cause.
        certain: sentences, where no cause was found.
        rivals: names of causes with the same answers, of which the learner's code decided, or both were said.
    """

    named: dict[tuple[str, str], Misconception] = field(default_factory=dict)
    certain: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    rivals: set[frozenset[str]] = field(default_factory=set)


def explain(
    course: Course,
    results: Results,
    sources: dict[str, Source],
    workers: Workers | None = None,
    launcher: Launcher | None = None,
    memory: Memory | None = None,
    unknown: Set[str] = frozenset(),
) -> Explanations:
    """Return the misconception behind each failed task, or else what is certain of it.

    Args:
        course: whose catalogue and solutions are replayed. Where they are not at hand nothing is diagnosed.
        results: the tests' ends and the calls that led there.
        sources: the learner's modules.
        workers: where to replay; by default workers of its own, which a learner's code never was in.
        launcher: where those come from.
        memory: what is known from earlier runs.
        unknown: names of misconceptions to do without, as if nobody had thought of them.
    """
    memory = Memory() if memory is None else memory
    memory.keep_calls(results)
    failing = {test.exercise for test in results.tests if test.status == "failed"}
    if not failing or not (course.root / MISCONCEPTIONS).is_dir() or not (course.root / "solutions").is_dir():
        return Explanations()
    workers = memory.workers if workers is None else workers
    if workers is None:
        with workers_for_replays(course.limits, launcher) as own:
            return explain(course, results, sources, own, launcher, memory, unknown)
    with memory.lock:
        return _explain(course, results, sources, Replays(workers, memory), memory, unknown)


def _explain(
    course: Course,
    results: Results,
    sources: dict[str, Source],
    replays: Replays,
    memory: Memory,
    unknown: Set[str],
) -> Explanations:
    found, failing = Explanations(), {test.exercise for test in results.tests if test.status == "failed"}
    for exercise in course.exercises:
        # tests are no implementation that could be replayed: what they let pass is named where it is found
        if exercise.name not in failing or exercise.tests_of:
            continue
        catalogue = _Catalogue(course, exercise, replays, memory, unknown)
        tests = [test for test in results.tests if test.exercise == exercise.name]
        for task in exercise.tasks:
            if any(test.status == "failed" for test in tests if task.id in test.tasks):
                key, source = (exercise.name, task.id), sources[exercise.name]
                named, certain = catalogue.explain(task, tests, source, results.requests.get(exercise.name, []))
                if named is not None:
                    found.named[key] = named
                elif certain:
                    found.certain[key] = certain
        found.rivals.update(catalogue.rivals)
    return found


class _Catalogue:
    """The known wrong modules of one exercise, its edits and its solution, ready to be called."""

    def __init__(self, course: Course, exercise: Exercise, replays: Replays, memory: Memory, unknown: Set[str]) -> None:
        self._replays = replays
        self._letters, self._counted, self._log = exercise.letters, course.sizes, exercise.log
        self._solution = memory.solution(course.path("solutions", exercise), exercise)
        read = [memory.misconception(path, exercise) for path in modules_in(course, MISCONCEPTIONS, exercise)]
        self._known = [known for known in read if known is not None and known.name not in unknown]
        self._matcher = Matcher(replays, memory, exercise, self._solution)
        self._memory = memory
        self._edits = edits_path(course, exercise)
        self._words = {known.name: known for known in read if known is not None}

    @cached_property
    def _search(self) -> EditSearch:
        # read when no known wrong module will do
        edits = self._memory.edits(self._edits, self._edits.stem, self._words)
        return EditSearch(edits, self._matcher, self._replays, self._memory)

    @property
    def rivals(self) -> set[frozenset[str]]:
        """Names of causes that gave the same answers so far."""
        return self._matcher.rivals

    def explain(
        self, task: Task, tests: Sequence[TestResult], learner: Source, requests: Sequence[Load | Call]
    ) -> tuple[Misconception | None, tuple[str, ...]]:
        """The one misconception that explains why this task failed, or else what is certain.

        Args:
            task: the task.
            tests: those of the whole exercise.
            learner: the module that they were run on.
            requests: all that was sent to it, in order.
        """
        failing = [
            test.evidence for test in tests if task.id in test.tasks and test.status == "failed" and test.evidence
        ]
        if any(evidence.kind == "rule" for evidence in failing):
            used = self._matcher.ruled_out(learner)
            return _only([one for one in self._known if used and self._matcher.ruled_out(one.source) == used]), ()
        recorded = recorded_for(task, tests)
        if not recorded:
            return None, ()
        right = {exchange.at: reply for exchange, reply in self._replays.of(self._solution, recorded, requests)}
        complaints = frozenset(evidence.aspect for evidence in failing)
        question = Question(recorded, learner, requests, complaints, right, self._log)
        matches = self._matcher.matches(question, self._known)
        matches = matches or self._matcher.matches_in_form(question, self._known)
        named = self._matcher.chosen(question, matches) or self._search.explanation(question)
        named = named or self._matcher.half(question, matches or self._search.matching)
        if named is not None:
            return named, ()
        shown = failing[0] if failing else None
        return None, what_is_certain(question, shown, self._solution, self._letters, self._counted)


def workers_for_replays(limits: Limits, launcher: Launcher | None = None) -> Workers:
    """Workers in which known modules are called, and no learner's code ever was.

    Args:
        limits: the course's.
        launcher: where they come from; by default one of its own.
    """
    # nobody wants to know what known modules use; and a judge or a session that stays would use up any limit in the end
    without = replace(limits, submission_seconds=math.inf, idle_seconds=math.inf, watched={})
    return Workers(without, launcher=launcher, shared=True)


def _only(candidates: Sequence[Misconception]) -> Misconception | None:
    return candidates[0] if len(candidates) == 1 else None
