"""The tests of a course, collected by pytest: for one run, or once for many.

Collecting costs as much as running the tests of an exercise. Whoever grades one submission after the other does it
inside of one pytest session, with `with_collected_tests`: the same tests then run again and again, each time with what
pytest makes anew for a test anyway.
"""

import contextlib
import io
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from grader.course.digest import course_digest
from grader.course.file import Course, Exercise
from grader.judge.plugin import GradingPlugin
from grader.judge.repetition import Repetition
from grader.judge.settings import Purpose, Run
from grader.judge.tests_package import tests_of
from grader.pipe.errors import GraderFault
from grader.pipe.pool import Workers
from grader.result.document import Stage
from grader.result.outcome import Results
from grader.submission.finding import Submission

T = TypeVar("T")

_OPTIONS = (
    # other plugins cost more than the tests; ours needs none
    *("--disable-plugin-autoload", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:logging"),
    *("-p", "no:unraisableexception", "-p", "no:threadexception"),
    *("-p", "no:faulthandler", "-p", "no:junitxml", "-p", "no:warnings", "-p", "no:pastebin", "-p", "no:doctest"),
    # what no test can notice is left out too: registering a plugin costs as much as a small test
    *("-p", "no:debugging", "-p", "no:legacypath", "-p", "no:setuponly", "-p", "no:setupplan", "-p", "no:stepwise"),
    *("--assert=plain", "--capture=no"),
)


def run_once(course: Course, paths: Sequence[Path], plugin: GradingPlugin) -> None:
    """Collect these test files and run them with the plugin; raises GraderFault if pytest cannot."""
    status, said = _pytest(course, paths, plugin)
    if status == pytest.ExitCode.INTERRUPTED and not plugin.results.faults:
        raise KeyboardInterrupt
    if status in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise GraderFault(f"pytest could not run the tests. {said[-1000:]}")


class CollectedTests:
    """Tests that run on one submission after the other.

    Args:
        course: whose tests they are.
        session: has collected them.
        plugin: is part of the session.

    Attributes:
        course_sha256: the digest of the course that they were collected from.
    """

    def __init__(self, course: Course, session: pytest.Session, plugin: GradingPlugin) -> None:
        self.course_sha256 = course_digest(course)
        self._course = course
        self._plugin = plugin
        self._broken = tuple(plugin.results.faults)
        self._items: dict[Path, list[pytest.Item]] = {}
        for item in session.items:
            self._items.setdefault(item.path, []).append(item)

    @property
    def are_current(self) -> bool:
        """Whether the course's files are still those that they were collected from."""
        try:
            return course_digest(self._course) == self.course_sha256
        except OSError:
            return False

    def run(
        self,
        course: Course,
        submission: Submission,
        workers: Workers,
        run: Run,
        begin: Callable[[Exercise], None] | None = None,
    ) -> Results:
        """Run the tests on a submission; arguments and exceptions as for `run_tests`."""
        paths = test_files(self._course, run)
        broken = [fault for fault in self._broken if any(path.name in fault for path in paths)]
        if broken:
            raise GraderFault(broken[0])
        self._plugin.restart(course, submission, workers, run.salt, begin, stages_apart=run.feedback == "brief")
        items = [item for path in paths for item in self._items.get(path, ())]
        silence = io.StringIO()
        try:
            with contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
                self._run(items)
        except pytest.exit.Exception:  # there is no worker, which the results say
            pass
        finally:
            self._plugin.stop_suites()
        return self._plugin.results

    def _run(self, items: Sequence[pytest.Item]) -> None:
        for item in items:
            if not (isinstance(item, pytest.Function) and self._plugin.passes_as_before(item)):
                # none is known to be next: it may pass without running
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)


def with_collected_tests(
    course: Course,
    stages: Sequence[Stage],
    body: Callable[[CollectedTests], T],
    repetition: Repetition | None,
    purpose: Purpose = "report",
) -> T:
    """Collect the tests of all exercises, and return what `body` returns when it is given them.

    Args:
        course: the course.
        stages: the kinds of tests.
        body: runs inside of pytest's session; what it prints is lost, and what it raises comes through.
        repetition: lets tests be known from one submission to the next; None to run all of them each time.
        purpose: of all runs, see `Run`.

    Raises:
        GraderFault: pytest cannot collect anything here.
    """
    paths = [course.path(f"tests/{stage}", exercise) for exercise in course.exercises for stage in stages]
    ended: list[T] = []
    with Workers(course.limits) as unused:  # starts none
        shrink, nothing = purpose == "report", Submission("", {})
        plugin = GradingPlugin(course, nothing, unused, course.salt, shrink, repetition=repetition)
        inside = _Inside(lambda session: ended.append(body(CollectedTests(course, session, plugin))))
        status, said = _pytest(course, [path for path in paths if path.exists()], plugin, inside)
    if inside.error is not None:
        raise inside.error
    if not ended:
        raise GraderFault(f"pytest could not collect the tests ({status}). {said[-1000:]}")
    return ended[0]


def test_files(course: Course, run: Run) -> list[Path]:
    """The test files of a run, in order."""
    if run.feedback == "brief":
        # no hidden test before the last public one: what public tests show must not come from code that has seen a
        # hidden input already
        paths = [course.path(f"tests/{stage}", exercise) for stage in run.stages for exercise in run.exercises]
    else:
        paths = [course.path(f"tests/{stage}", exercise) for exercise in run.exercises for stage in run.stages]
    return [path for path in paths if path.exists()]


def _pytest(course: Course, paths: Sequence[Path], *plugins: object) -> tuple[int, str]:
    """Run pytest; returns its exit code and what it said."""
    # nothing of a submission, nor of the folder we happen to be in, may configure this run
    own = ("-c", os.devnull, "--rootdir", str(course.root), "--noconftest", "--import-mode=importlib")
    silence = io.StringIO()
    with tests_of(course.root), contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        status = pytest.main([*own, *_OPTIONS, *map(str, paths)], plugins=[*plugins, _OnlyThese(paths)])
    return int(status), silence.getvalue()


class _OnlyThese:
    """Lets pytest look at this run's test files only: of all others in their folders it asks several plugins."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._wanted = {*paths, *(parent for path in paths for parent in path.parents)}

    @pytest.hookimpl(tryfirst=True)
    def pytest_ignore_collect(self, collection_path: Path) -> bool:
        """Whether to leave this out; the answer is the last word."""
        return collection_path not in self._wanted


class _Inside:
    """Does something in place of pytest's own loop over the tests."""

    def __init__(self, body: Callable[[pytest.Session], None]) -> None:
        self._body = body
        self.error: BaseException | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The whole loop."""
        try:
            self._body(session)
        except BaseException as error:  # pytest would only tell of it
            self.error = error
        return True
