"""One grading run: the tests of a course on one submission, by pytest in this process, the work in another."""

import contextlib
import dataclasses
import io
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.course.file import Course, Exercise
from grader.diagnosis import Memory, explain
from grader.judge.examples import Examples
from grader.judge.marking import mark
from grader.judge.plugin import GradingPlugin
from grader.judge.provenance import provenance_of
from grader.judge.settings import Purpose, Run
from grader.judge.tests_package import tests_of
from grader.messages import _
from grader.pipe.errors import GraderFault
from grader.pipe.pool import Workers
from grader.result.document import Document, Stage
from grader.result.feedback import Detail
from grader.result.outcome import Problem, Results
from grader.source.module import Source
from grader.submission.finding import Submission


def grade(
    course: Course,
    submission: Submission,
    workers: Workers,
    exercises: tuple[Exercise, ...] | None = None,
    stages: tuple[Stage, ...] | None = None,
    salt: str | None = None,
    purpose: Purpose = "report",
    feedback: Detail = "full",
    memory: Memory | None = None,
    begin: Callable[[Exercise], None] | None = None,
    examples: Examples | None = None,
) -> Document:
    """Run the tests on a submission and return the marks.

    Args:
        course: whose tests are run.
        submission: the work; exercises that it does not have are listed all the same.
        workers: started already, so that torch loads while the tests are collected.
        exercises: grade only these; None for all.
        stages: "public", "hidden" or both; None for all that there are.
        salt: what examples are drawn from; None for the course's own.
        purpose: "report" or "proof", see `Run`.
        feedback: what the document may show of hidden tests.
        begin: told of each exercise when its tests begin.
        memory: what earlier runs found out about the known wrong modules, for callers that grade more than once.
        examples: what earlier runs drew for the tests, for the same callers.

    Raises:
        GraderFault: the run could not be made, or a test file is broken.
    """
    started = time.perf_counter()
    run = Run.of(course, exercises, stages, salt, purpose, feedback)
    # now, while torch loads elsewhere
    provenance = provenance_of(course, submission.only(run.exercises))
    results = run_tests(course, submission, workers, run, begin, examples)
    sources = {name: source for name, source in submission.sources.items() if isinstance(source, Source)}
    replaying = workers if purpose == "proof" else None
    explanations = explain(course, results, sources, replaying, workers.launcher, memory)
    _add_what_is_certain(results, explanations.certain)
    seconds = time.perf_counter() - started
    provenance = replace(provenance, torch=workers.launcher.known_torch_version())
    return mark(course, results, explanations.named, submission.label, provenance, run, workers.isolation(), seconds)


def _add_what_is_certain(results: Results, certain: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
    """Say of a task that nothing explains what is certain, with its first failing call."""
    for (exercise, task), sentences in certain.items():
        for at, test in enumerate(results.tests):
            if test.exercise == exercise and task in test.tasks and test.evidence is not None:
                message = "\n".join(filter(None, (test.evidence.message, *sentences)))
                evidence = dataclasses.replace(test.evidence, message=message)
                results.tests[at] = dataclasses.replace(test, evidence=evidence)
                break


def run_tests(
    course: Course,
    submission: Submission,
    workers: Workers,
    run: Run,
    begin: Callable[[Exercise], None] | None = None,
    examples: Examples | None = None,
) -> Results:
    """Run the tests and return how each of them ended; exceptions as for `grade`."""
    chosen = run.exercises
    work, shrink = submission.only(chosen), run.purpose == "report"
    is_brief = run.feedback == "brief"
    plugin = GradingPlugin(
        course, work, workers, run.salt, shrink, begin=begin, stages_apart=is_brief, examples=examples
    )
    if is_brief:
        # no hidden test before the last public one: what public tests show must not come from code that has seen a
        # hidden input already
        paths = [course.path(f"tests/{stage}", exercise) for stage in run.stages for exercise in chosen]
    else:
        paths = [course.path(f"tests/{stage}", exercise) for exercise in chosen for stage in run.stages]
    _run_pytest(course, [path for path in paths if path.exists()], plugin)
    if plugin.results.faults:
        raise GraderFault(plugin.results.faults[0])
    _name_the_rest(course, plugin.results, submission, chosen)
    return plugin.results


def _run_pytest(course: Course, paths: list[Path], plugin: GradingPlugin) -> None:
    arguments = [
        # nothing of a submission, nor of the folder we happen to be in, may configure this run
        *("-c", os.devnull, "--rootdir", str(course.root), "--noconftest", "--import-mode=importlib"),
        # other plugins cost more than the tests; ours needs none
        *("--disable-plugin-autoload", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:logging"),
        *("-p", "no:unraisableexception", "-p", "no:threadexception"),
        *("-p", "no:faulthandler", "-p", "no:junitxml", "-p", "no:warnings", "-p", "no:pastebin", "-p", "no:doctest"),
        # what no test can notice is left out too: registering a plugin costs as much as a small test
        *("-p", "no:debugging", "-p", "no:legacypath", "-p", "no:setuponly", "-p", "no:setupplan", "-p", "no:stepwise"),
        *("--assert=plain", "--capture=no"),
        *map(str, paths),
    ]
    silence = io.StringIO()
    with tests_of(course.root), contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        status = pytest.main(arguments, plugins=[plugin, _OnlyThese(paths)])
    if status == pytest.ExitCode.INTERRUPTED and not plugin.results.faults:
        raise KeyboardInterrupt
    if status in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise GraderFault(f"pytest could not run the tests. {silence.getvalue()[-1000:]}")


class _OnlyThese:
    """Lets pytest look at this run's test files only: of all others in their folders it asks several plugins."""

    def __init__(self, paths: list[Path]) -> None:
        self._wanted = {*paths, *(parent for path in paths for parent in path.parents)}

    @pytest.hookimpl(tryfirst=True)
    def pytest_ignore_collect(self, collection_path: Path) -> bool:
        """Whether to leave this out; the answer is the last word."""
        return collection_path not in self._wanted


def _name_the_rest(course: Course, results: Results, submission: Submission, chosen: tuple[Exercise, ...]) -> None:
    """Say of every exercise that no test ran for why that is."""
    for exercise in course.exercises:
        if exercise not in chosen or exercise.name not in submission.sources:
            results.problems.setdefault(
                exercise.name, Problem("not_judged", _("This exercise was not part of this run."))
            )
