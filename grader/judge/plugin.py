"""The pytest plugin: the `task` marker, the `learner` and `rng` fixtures, and the hooks of a run.

Used in two ways. `python -m grader` hands `GradingPlugin` the submission and reads its results. A plain `pytest` at the
root of the course loads this module, and the tests then run on the solutions like any other tests.
"""

import contextlib
import functools
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import numpy as np
import pytest

from grader.course.file import ALL_TRACKS, Course, Exercise, find_root, load_course
from grader.judge.admission import find_problem, functions_elsewhere, import_module
from grader.judge.classify import classify
from grader.judge.examples import Examples, run_property
from grader.judge.profiles import seed_of, seed_of_text
from grader.judge.record import Record, tasks_of
from grader.judge.repetition import Key, Repetition
from grader.judge.settings import STAGES
from grader.pipe.errors import GraderFault
from grader.pipe.pool import Workers
from grader.result.outcome import Output, Problem, Results
from grader.source.module import Source
from grader.submission.finding import Submission, read_submission
from grader.testing.failure import Failed
from grader.testing.implementations import KnownReplies
from grader.testing.learner import Learner, Session
from grader.testing.shapes import Shapes
from grader.testing.suite import Suite

_SLOW = 0.1  # CPU seconds a call: slower work is not asked for more calls than the tests need


class GradingPlugin:
    """Runs the tests of one submission.

    Args:
        course: the course.
        submission: the work.
        workers: where its functions are called.
        salt: examples are drawn from it.
        shrink: look for the smallest failing call.
        strict: let failures reach pytest, as in a plain `pytest`; otherwise they are only recorded.
        begin: told of each exercise when its tests begin.
        stages_apart: begin hidden tests in a new worker, as another exercise in between makes it anyway: a module that
            remembers calls then answers alike, whichever exercises are graded with it.
        examples: drawn in earlier runs.
        repetition: what is known of the tests from other submissions; None in a run on its own.
        replies: of the implementations that learners' tests are run on, from earlier runs.
    """

    def __init__(
        self,
        course: Course,
        submission: Submission,
        workers: Workers,
        salt: str,
        shrink: bool = True,
        strict: bool = False,
        begin: Callable[[Exercise], None] | None = None,
        stages_apart: bool = False,
        examples: Examples | None = None,
        repetition: Repetition | None = None,
        replies: KnownReplies | None = None,
    ) -> None:
        self._repetition = repetition
        self._shrink = shrink
        self._strict = strict
        self._examples = Examples() if examples is None else examples
        self._replies = KnownReplies() if replies is None else replies
        self._exercises: dict[pytest.Collector | None, Exercise | None] = {}  # by what holds the test
        self.restart(course, submission, workers, salt, begin, stages_apart)

    def restart(
        self,
        course: Course,
        submission: Submission,
        workers: Workers,
        salt: str,
        begin: Callable[[Exercise], None] | None = None,
        stages_apart: bool = False,
    ) -> None:
        """Know nothing any more of the submission before; arguments as for the class."""
        self._course = course
        self._submission = submission
        self._workers = workers
        self._salt = salt
        self._begin = begin
        self._stages_apart = stages_apart
        handed_in = [one for one in self._course.exercises if isinstance(submission.sources.get(one.name), Source)]
        self._last = handed_in[-1] if handed_in else None  # behind it no other worker is needed
        self._stage: str | None = None
        self._record = Record()
        self._file_problems: dict[str, Problem | None] = {}
        self._sessions: dict[str, Session] = {}
        self._suites: dict[str, Suite] = {}

    @property
    def results(self) -> Results:
        """What the tests have found out so far."""
        return self._record.results

    # ---- collection ----

    def pytest_configure(self, config: pytest.Config) -> None:
        """Declare the marker and load the Hypothesis profile before any test is defined."""
        config.addinivalue_line("markers", "task(id, ...): the tasks that this test is evidence for")
        hypothesis.settings.load_profile("grader" if self._shrink else "proof")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A test module that cannot be collected is our fault."""
        if report.failed:
            # before the traceback pytest says how to name test modules, which is not what is wrong
            found = str(report.longrepr)
            self.results.faults.append(f"{report.nodeid}: {found.rpartition('Traceback:')[2].strip()}")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Draw examples for as long as torch loads in another process, in the order in which tests want them."""
        if not self._workers.launcher.is_loading:
            return
        for item in session.items:
            if not self._workers.launcher.is_loading:
                return
            exercise = self._exercise_of(item)
            if exercise is None or not isinstance(item, pytest.Function) or self._file_problem_of(exercise) is not None:
                continue
            if hypothesis.is_hypothesis_test(item.obj):
                self._examples.draw_ahead(item.obj, seed_of(self._salt, item))

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

    def passes_as_before(self, item: pytest.Function) -> bool:
        """Whether the submission gives the replies that this test has passed on before; it is recorded then.

        Otherwise the test has to run; its calls may have been made already.
        """
        exercise = self._exercise_of(item)
        if exercise is None or self._repetition is None:
            return False
        started = time.perf_counter()
        self._begin_stage(item)
        try:
            if self._known_outcome(item) is not None:
                return False
        except GraderFault:  # it comes again
            return False
        session = self._sessions[exercise.name]
        passes = self._repetition.make_ahead(self._key_of(item, exercise), session)
        if passes:
            self._record.add(item, exercise, session, ("passed", None, None))
        spent = self.results.seconds.get(exercise.name, 0.0)
        self.results.seconds[exercise.name] = spent + time.perf_counter() - started
        return passes

    def _key_of(self, item: pytest.Item, exercise: Exercise) -> Key:
        return self._salt, exercise.name, item.path.parent.name, item.name

    def _begin_stage(self, item: pytest.Item) -> None:
        stage = item.path.parent.name
        if self._stages_apart and self._stage not in (None, stage):
            self._begin_anew(self._exercise_of(item))
        self._stage = stage

    def _begin_anew(self, exercise: Exercise | None) -> None:
        session = self._sessions.get(exercise.name) if exercise is not None else None
        if self._repetition is not None and session is not None and session.source.facts.is_plain:
            session.forget_load()  # a new worker would answer the same
        else:
            self._workers.stop()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Leave out what is known already."""
        self._begin_stage(item)
        try:
            reason = self._known_outcome(item)
        except GraderFault as fault:  # no worker at all: nothing after this can be judged either
            self.results.faults.append(str(fault))
            pytest.exit(str(fault))
        if reason is not None and self._strict:
            pytest.fail(reason, pytrace=False)
        if reason is not None:
            pytest.skip(reason)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that could not be set up or taken down has judged nothing, and its task must not pass for that."""
        if report.failed and not self._strict:
            self.results.faults.append(f"{report.nodeid}: {report.longrepr}")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        """Run a test of an exercise, and record what its end means."""
        exercise = self._exercise_of(pyfuncitem)
        if exercise is None:
            return (yield)
        session = self._sessions[exercise.name]
        before = self._workers.cpu_seconds()
        try:
            with self._drawing_examples(pyfuncitem, exercise), self._watching(pyfuncitem, exercise, session):
                result = yield
        except (KeyboardInterrupt, pytest.skip.Exception):
            raise
        except BaseException as error:
            calls = len(session.record)
            spent = self._workers.cpu_seconds() - before + (session.ahead.seconds if session.ahead is not None else 0.0)
            first = self._record.add(pyfuncitem, exercise, session, classify(error))
            if self._strict:
                raise
            slow = spent > _SLOW * max(calls, 1)
            if first and self._shrink and isinstance(error, Failed) and not slow:
                self._record.tell_more(session, error)
            return True
        self._record.add(pyfuncitem, exercise, session, ("passed", None, None))
        return result

    @contextlib.contextmanager
    def _drawing_examples(self, item: pytest.Function, exercise: Exercise) -> Iterator[None]:
        """Run a property test on examples that depend on the salt and the test only.

        A smaller failing call is looked for unless the report shows another one for each of the test's tasks: most of a
        wrong answer's time would go into making calls smaller.
        """
        test = item.obj
        if hypothesis.is_hypothesis_test(test):
            explained = self._record.is_explained(exercise, tasks_of(item))
            shrink = self._strict or (self._shrink and not explained)
            item.obj = functools.partial(run_property, test, seed_of(self._salt, item), shrink, self._examples)
        try:
            yield
        finally:
            item.obj = test

    def _watching(
        self, item: pytest.Item, exercise: Exercise, session: Session
    ) -> contextlib.AbstractContextManager[None]:
        if self._repetition is None:
            return contextlib.nullcontext()
        return self._repetition.watching(self._key_of(item, exercise), session)

    # ---- fixtures ----

    @pytest.fixture
    def learner(self, request: pytest.FixtureRequest) -> Learner:
        """The learner's module for the exercise that this test file is about."""
        exercise = self._course.exercise(request.path.stem.removeprefix("test_"))
        assert exercise is not None, f"{request.path.name} is not the test file of an exercise"
        return Learner(self._sessions[exercise.name])

    @pytest.fixture
    def suite(self, request: pytest.FixtureRequest) -> Suite:
        """The learner's tests, for an exercise that asks for tests."""
        exercise = self._course.exercise(request.path.stem.removeprefix("test_"))
        assert exercise is not None, f"{request.path.name} is not the test file of an exercise"
        if exercise.name not in self._suites:
            seed = seed_of_text(f"{self._salt}\0{exercise.name}")
            self._suites[exercise.name] = Suite(
                self._course, exercise, self._sessions[exercise.name], seed, self._replies
            )
        return self._suites[exercise.name]

    def pytest_sessionfinish(self) -> None:
        """End the workers of the implementations that learners' tests ran on."""
        self.stop_suites()

    def stop_suites(self) -> None:
        """The same, where the session goes on."""
        for suite in self._suites.values():
            suite.stop()

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers that depend on the salt and the test only."""
        return np.random.default_rng(seed_of(self._salt, request.node))

    # ---- what can be judged at all ----

    def _exercise_of(self, item: pytest.Item) -> Exercise | None:
        if item.parent not in self._exercises:  # asked for several times a test
            tested = item.path.parent.name in STAGES and item.path.parent.parent == self._course.root / "tests"
            stem = item.path.stem.removeprefix("test_")
            self._exercises[item.parent] = self._course.exercise(stem) if tested else None
        return self._exercises[item.parent]

    def _known_outcome(self, item: pytest.Item) -> str | None:
        """Why the test's outcome is known without running it: nothing can be judged, or all its tasks are lost."""
        exercise = self._exercise_of(item)
        if exercise is None:
            return None
        problem = self._problem_of(exercise)
        if problem is not None:
            return problem.message or "the exercise is not attempted"
        lost = self._record.is_lost(exercise, tasks_of(item))
        return "a worker ended in an earlier test of this task" if lost else None

    def _problem_of(self, exercise: Exercise) -> Problem | None:
        """Why nothing of this exercise can be judged; looked into once, at its first test."""
        if exercise.name not in self._sessions and exercise.name not in self.results.problems:
            if self._begin is not None and exercise.name in self._submission.sources:
                self._begin(exercise)
            problem = self._admit(exercise)
            if problem is not None:
                self.results.problems[exercise.name] = problem
        return self.results.problems.get(exercise.name)

    def _file_problem_of(self, exercise: Exercise) -> Problem | None:
        """Why nothing can be judged, as far as the file alone tells; looked into once."""
        if exercise.name not in self._file_problems:
            source = self._submission.sources.get(exercise.name)
            self._file_problems[exercise.name] = find_problem(self._course, exercise, source)
        return self._file_problems[exercise.name]

    def _admit(self, exercise: Exercise) -> Problem | None:
        """Begin a session with the exercise's module, or return why there can be none."""
        source = self._submission.sources.get(exercise.name)
        problem = self._file_problem_of(exercise)
        if problem is not None:
            return problem
        assert isinstance(source, Source)
        printed, problem = import_module(self._course, exercise, source, self._workers)
        if exercise != self._last:
            self._workers.start_next()
        if printed is not None:
            self._record.keep_output(exercise, Output(None, printed))
        if problem is None:
            shapes = Shapes(exercise.letters, self._course.sizes)
            elsewhere = functions_elsewhere(self._course, exercise.name)
            as_numpy = exercise.arrays == "numpy"
            session = self._sessions[exercise.name] = Session(source, self._workers, shapes, as_numpy, elsewhere)
            self.results.requests[exercise.name] = session.requests
            self.results.relations[exercise.name] = session.relations
        return problem


# ---- a plain `pytest` ----


class _PlainRun:
    """Makes a strict GradingPlugin for a plain `pytest`: on the solutions, or on the exercises where there are none."""

    def __init__(self, config: pytest.Config) -> None:
        course = load_course(find_root()).track(ALL_TRACKS)
        chosen = config.getoption("--submission")
        default = course.root / ("solutions" if (course.root / "solutions").is_dir() else "exercises")
        submission = read_submission(course, Path(chosen) if chosen else default)
        self.workers = Workers(course.limits)
        salt = config.getoption("--salt") or course.salt
        plugin = GradingPlugin(course, submission, self.workers, salt, strict=True)
        config.pluginmanager.register(plugin, "grading")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of a plain `pytest`."""
    group = parser.getgroup("grader")
    group.addoption(
        "--submission", default=None, help="whose work the exercises' tests run on (default: the solutions)"
    )
    group.addoption("--salt", default=None, help="what the examples of property tests are drawn from")


def pytest_configure(config: pytest.Config) -> None:
    """Register the grading plugin, unless `python -m grader` did."""
    if not config.pluginmanager.has_plugin("grading"):
        plain = _PlainRun(config)
        config.add_cleanup(plain.workers.stop)
