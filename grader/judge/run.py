"""One grading run: the tests of a course on one submission, by pytest in this process, the work in another."""

import dataclasses
import time
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from grader.course.file import Course, Exercise
from grader.diagnosis import Memory, explain
from grader.judge.collection import CollectedTests, run_once, test_files
from grader.judge.examples import Examples
from grader.judge.marking import mark
from grader.judge.plugin import GradingPlugin
from grader.judge.provenance import provenance_of
from grader.judge.settings import Purpose, Run
from grader.messages import _
from grader.pipe.errors import GraderFault
from grader.pipe.pool import Workers
from grader.result.disclosure import Detail
from grader.result.document import Document, Stage
from grader.result.outcome import Problem, Results
from grader.source.module import Source
from grader.submission.finding import Submission
from grader.testing.implementations import KnownReplies


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
    tests: CollectedTests | None = None,
    replies: KnownReplies | None = None,
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
        tests: collected already, for such callers; None to collect them. They keep examples of their own.
        replies: what earlier runs know of the implementations that a learner's tests are run on, for the same callers.

    Raises:
        GraderFault: the run could not be made, or a test file is broken.
    """
    started = time.perf_counter()
    run = Run.of(course, exercises, stages, salt, purpose, feedback)
    # now, while torch loads elsewhere
    provenance = provenance_of(course, submission.only(run.exercises), tests.course_sha256 if tests else None)
    results = run_tests(course, submission, workers, run, begin, examples, tests, replies)
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
    tests: CollectedTests | None = None,
    replies: KnownReplies | None = None,
) -> Results:
    """Run the tests and return how each of them ended; arguments and exceptions as for `grade`."""
    work = submission.only(run.exercises)
    if tests is None:
        shrink, apart = run.purpose == "report", run.feedback == "brief"
        plugin = GradingPlugin(
            course,
            work,
            workers,
            run.salt,
            shrink,
            begin=begin,
            stages_apart=apart,
            examples=examples,
            replies=replies,
        )
        run_once(course, test_files(course, run), plugin)
        results = plugin.results
    else:
        results = tests.run(course, work, workers, run, begin)
    if results.faults:
        raise GraderFault(results.faults[0])
    _name_the_rest(course, results, submission, run.exercises)
    return results


def _name_the_rest(course: Course, results: Results, submission: Submission, chosen: tuple[Exercise, ...]) -> None:
    """Say of every exercise that no test ran for why that is."""
    for exercise in course.exercises:
        if exercise not in chosen or exercise.name not in submission.sources:
            results.problems.setdefault(
                exercise.name, Problem("not_judged", _("This exercise was not part of this run."))
            )
