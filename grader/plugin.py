"""The pytest plugin: the `task` marker, the `learner` and `rng` fixtures, and what each test's end means.

Used in two ways. `python -m grader` hands `GradingPlugin` the submission and reads its results. A plain `pytest` at the
root of the course loads this module, and the tests then run on the solutions like any other tests.
"""

import contextlib
import functools
import hashlib
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import hypothesis
import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings

from grader.channel import GraderFault, WorkerEnded
from grader.course import Course, Exercise, find_root, load_course
from grader.document import Stage, Status
from grader.examples import run_property
from grader.frames import Raised
from grader.messages import _
from grader.results import Output, Problem, Results, TestResult, classify
from grader.source import Source, SourceProblem
from grader.submission import Submission, read_submission
from grader.testing import render
from grader.testing.failure import Evidence, Failed, FailedOnce, NotAttempted
from grader.testing.learner import Learner, Session
from grader.testing.shapes import Shapes
from grader.workers import Workers

DEFAULT_SALT = "linear-regression"
_SLOW = 0.1  # CPU seconds a call: who is slower is not asked for more calls than the tests need
_LARGEST_KEPT = 128 * 1024  # bytes of a reply that is kept until all tests are done
_EXAMPLES = 10  # a property test's cases: each is drawn with content, so a wrong formula survives none of them

_PHASES = (Phase.explicit, Phase.generate)
settings.register_profile(
    "grader",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=_EXAMPLES,
    # no explain phase: its text names the framework's files, and it costs ten times the shrinking
    phases=(*_PHASES, Phase.shrink),
    report_multiple_bugs=False,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)
# for proofs: a known wrong answer need only be caught, and nobody reads its smallest failing call
settings.register_profile("proof", settings.get_profile("grader"), phases=_PHASES)


class GradingPlugin:
    """Runs the tests of one submission.

    Args:
        course: the course.
        submission: the work.
        workers: where its functions are called.
        salt: examples are drawn from it.
        shrink: look for the smallest failing call.
        strict: let failures reach pytest, as in a plain `pytest`; otherwise they are only recorded.
    """

    def __init__(
        self,
        course: Course,
        submission: Submission,
        workers: Workers,
        salt: str,
        shrink: bool = True,
        strict: bool = False,
    ) -> None:
        self.results = Results()
        self._course = course
        self._submission = submission
        self._workers = workers
        self._salt = salt
        self._shrink = shrink
        self._strict = strict
        self._sessions: dict[str, Session] = {}
        self._exercises: dict[pytest.Collector | None, Exercise | None] = {}  # by what holds the test
        self._shown: set[tuple[str, str]] = set()  # tasks of which a failing call's prints are kept
        self._lost: set[tuple[str, str]] = set()  # tasks in which a worker ended: nothing more can be gained there

    # ---- collection ----

    def pytest_configure(self, config: pytest.Config) -> None:
        """Declare the marker and load the Hypothesis profile before any test is defined."""
        config.addinivalue_line("markers", "task(id, ...): the tasks that this test is evidence for")
        settings.load_profile("grader" if self._shrink else "proof")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A test module that cannot be collected is our fault."""
        if report.failed:
            self.results.faults.append(f"{report.nodeid}: {report.longrepr}")

    # ---- running ----

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Time each exercise."""
        started = time.perf_counter()
        try:
            return (yield)
        finally:
            exercise = self._exercise_of(item)
            if exercise is not None:
                spent = self.results.seconds.get(exercise.name, 0.0)
                self.results.seconds[exercise.name] = spent + time.perf_counter() - started

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        """Run a test of an exercise, and record what its end means."""
        exercise = self._exercise_of(pyfuncitem)
        if exercise is None:
            return (yield)
        status: Status = "passed"
        evidence: Evidence | None = None
        fault: str | None = None
        before = self._workers.cpu_seconds()
        try:
            with self._in_a_loop(pyfuncitem, exercise):
                result = yield
        except (KeyboardInterrupt, pytest.skip.Exception):
            raise
        except BaseException as error:
            status, evidence, fault = classify(error)
            calls = len(self._sessions[exercise.name].record)
            first = self._record(pyfuncitem, exercise, status, evidence, fault)
            if self._strict:
                raise
            slow = self._workers.cpu_seconds() - before > _SLOW * max(calls, 1)
            if first and self._shrink and isinstance(error, Failed) and not slow:
                self._tell_more(exercise, error)
            return True
        self._record(pyfuncitem, exercise, status, evidence, fault)
        return result

    @contextlib.contextmanager
    def _in_a_loop(self, item: pytest.Function, exercise: Exercise) -> Iterator[None]:
        """Run a property test on examples that depend on the salt and the test only.

        A smaller failing call is looked for unless the report shows another one for each of the test's tasks: most of a
        wrong answer's time would go into making calls smaller.
        """
        test = item.obj
        if hypothesis.is_hypothesis_test(test):
            shown = all((exercise.name, task) in self._shown for task in tasks_of(item))
            shrink = self._strict or (self._shrink and not shown)
            item.obj = functools.partial(run_property, test, _seed(self._salt, item), shrink)
        try:
            yield
        finally:
            item.obj = test

    def _record(
        self, item: pytest.Function, exercise: Exercise, status: Status, evidence: Evidence | None, fault: str | None
    ) -> bool:
        """Keep what a test found out; True if it is the first failure of its tasks, which is the one that is shown."""
        tasks = tasks_of(item)
        if evidence is not None and evidence.kind in ("timeout", "crash"):
            self._lost |= {(exercise.name, task) for task in tasks}
        stage = cast(Stage, item.path.parent.name)
        session = self._sessions[exercise.name]
        # a reply of which much would have to be kept tells no misconception
        exchanges = tuple(one for one in session.record if len(msgspec.msgpack.encode(one.reply)) <= _LARGEST_KEPT)
        requirement = " ".join((item.obj.__doc__ or "").split())
        if evidence is not None and evidence.line is None:
            evidence = replace(evidence, line=session.source.line_of(evidence.called.partition("(")[0]))
        self.results.tests.append(
            TestResult(exercise.name, tasks, item.name, stage, requirement, status, evidence, fault, exchanges)
        )
        named = {(exercise.name, task) for task in tasks}
        first = evidence is not None and bool(session.record) and not named & self._shown
        if first:
            self._keep_output(exercise, Output(stage, session.record[-1].reply.printed))
            self._shown |= named
        session.begin()
        return first

    def _tell_more(self, exercise: Exercise, failed: Failed) -> None:
        """Let the failure that was recorded last be told with what only more calls can find out."""
        if failed.more is None:
            return
        known = self.results.tests[-1]
        line = known.evidence.line if known.evidence is not None else None
        with contextlib.suppress(Failed, FailedOnce, NotAttempted, WorkerEnded):  # then what is known has to do
            self.results.tests[-1] = replace(known, evidence=replace(failed.more(), line=line))
        self._sessions[exercise.name].begin()

    def _keep_output(self, exercise: Exercise, output: Output) -> None:
        """Keep what an import or a task's first failing call printed; nobody reads the prints of a hundred calls."""
        kept = self.results.outputs.setdefault(exercise.name, [])
        if output.printed.text and output.printed not in [one.printed for one in kept]:
            kept.append(output)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Leave out what is known already."""
        try:
            reason = self._known_before(item)
        except GraderFault as fault:  # no worker at all: nothing after this can be judged either
            self.results.faults.append(str(fault))
            pytest.exit(str(fault))
        if reason is not None and self._strict:
            pytest.fail(reason, pytrace=False)
        if reason is not None:
            pytest.skip(reason)

    def _known_before(self, item: pytest.Item) -> str | None:
        """Why the test's outcome is known without running it: nothing can be judged, or all its tasks are lost."""
        exercise = self._exercise_of(item)
        if exercise is None:
            return None
        problem = self._problem_of(exercise)
        if problem is not None:
            return problem or "the exercise is not attempted"
        tasks = tasks_of(item)
        lost = bool(tasks) and all((exercise.name, task) in self._lost for task in tasks)
        return "a worker ended in an earlier test of this task" if lost else None

    # ---- fixtures ----

    @pytest.fixture
    def learner(self, request: pytest.FixtureRequest) -> Learner:
        """The learner's module for the exercise that this test file is about."""
        exercise = self._course.exercise(request.path.stem.removeprefix("test_"))
        assert exercise is not None, f"{request.path.name} is not the test file of an exercise"
        return Learner(self._session(exercise))

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers that depend on the salt and the test only."""
        return np.random.default_rng(_seed(self._salt, request.node))

    def _session(self, exercise: Exercise) -> Session:
        if exercise.name not in self._sessions:
            source = self._submission.sources[exercise.name]
            assert isinstance(source, Source)
            session = self._sessions[exercise.name] = Session(
                source, self._workers, Shapes(exercise.letters, self._course.sizes)
            )
            self.results.requests[exercise.name] = session.requests
        return self._sessions[exercise.name]

    # ---- what can be judged at all ----

    def _exercise_of(self, item: pytest.Item) -> Exercise | None:
        if item.parent not in self._exercises:  # asked for several times a test
            tested = item.path.parent.name in ("public", "hidden")
            tested = tested and item.path.parent.parent == self._course.root / "tests"
            stem = item.path.stem.removeprefix("test_")
            self._exercises[item.parent] = self._course.exercise(stem) if tested else None
        return self._exercises[item.parent]

    def _problem_of(self, exercise: Exercise) -> str | None:
        """Why nothing of this exercise can be judged; found once, at its first test."""
        if exercise.name not in self.results.problems and exercise.name not in self._sessions:
            problem = self._find_problem(exercise)
            if problem is not None:
                self.results.problems[exercise.name] = problem
            else:
                self._session(exercise)
        found = self.results.problems.get(exercise.name)
        return found.message if found is not None else None

    def _find_problem(self, exercise: Exercise) -> Problem | None:
        source = self._submission.sources.get(exercise.name)
        if source is None:
            return Problem("not_judged", _("This exercise was not part of this run."))
        if isinstance(source, SourceProblem):
            return Problem("error", source.message, source.line)
        if not any(source.is_attempted(function) for function in exercise.functions):
            return Problem("not_attempted", "")
        try:
            loaded = self._workers.load(source)
        except WorkerEnded as ended:
            said = _("{file}: {what}.").format(file=source.filename, what=ended.message)
            return Problem("error", said, source.own_line(1))
        self._keep_output(exercise, Output(None, loaded.printed))
        if isinstance(loaded, Raised):
            line = source.own_line(loaded.frames[-1].line) if loaded.frames else None
            return Problem("error", self._import_sentence(loaded, source), line)
        return None

    def _import_sentence(self, raised: Raised, source: Source) -> str:
        module = (raised.missing_module or "").split(".")
        shown = render.exception(raised, source)
        if raised.missing_module:  # the sentence says it all; what is left to show is the line
            shown = shown.partition("\n")[2]
        if module[-1] and (self._course.exercise(module[-1]) or module[0] in ("exercises", "solutions")):
            said = _("{file} imports another exercise. Each file stands alone: write here what it needs.")
        elif raised.missing_module:
            said = _(
                "{file} imports {module}, which is not available while grading: there are Python's own modules, NumPy "
                "and torch."
            )
        else:
            said = _("{file} cannot be imported: running it raises an exception.")
        return said.format(file=source.filename, module=raised.missing_module) + f"\n{shown}"


def tasks_of(item: pytest.Item) -> tuple[str, ...]:
    """The ids in the test's `task` markers."""
    return tuple(str(task) for marker in item.iter_markers("task") for task in marker.args)


def _seed(salt: str, item: pytest.Item) -> int:
    text = f"{salt}\0{item.path.name}\0{item.name}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


# ---- a plain `pytest` ----


class _PlainRun:
    """Makes a strict GradingPlugin for a plain `pytest`: on the solutions, or on the exercises where there are none."""

    def __init__(self, config: pytest.Config) -> None:
        course = load_course(find_root())
        chosen = config.getoption("--submission")
        default = course.root / ("solutions" if (course.root / "solutions").is_dir() else "exercises")
        submission = read_submission(course, Path(chosen) if chosen else default)
        self.workers = Workers(course.limits)
        plugin = GradingPlugin(course, submission, self.workers, config.getoption("--salt"), strict=True)
        config.pluginmanager.register(plugin, "grading")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of a plain `pytest`."""
    group = parser.getgroup("grader")
    group.addoption(
        "--submission", default=None, help="whose work the exercises' tests run on (default: the solutions)"
    )
    group.addoption("--salt", default=DEFAULT_SALT, help="what the examples of property tests are drawn from")


def pytest_configure(config: pytest.Config) -> None:
    """Register the grading plugin, unless `python -m grader` did."""
    if not config.pluginmanager.has_plugin("grading"):
        plain = _PlainRun(config)
        config.add_cleanup(plain.workers.stop)
