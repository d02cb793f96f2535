"""The proof that tests are sharp and fair, and diagnoses true: the known answers of an exercise, graded."""

import ast
import functools
import math
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from grader.course.catalogue import (
    ALTERNATIVES,
    MISCONCEPTIONS,
    Misconception,
    ProofError,
    edits_path,
    modules_in,
    read_known,
    read_misconception,
)
from grader.course.file import Course, Exercise, load_course
from grader.diagnosis import Memory, Patience, explain
from grader.judge.collection import CollectedTests, with_collected_tests
from grader.judge.marking import exercise_row
from grader.judge.repetition import Repetition
from grader.judge.run import grade, run_tests
from grader.judge.settings import STAGES, Run
from grader.package import collect_seldom
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.proof.edits import problems_of
from grader.result.document import ExerciseRow, Stage
from grader.source.module import Source
from grader.submission.finding import Submission

FEWEST_MISCONCEPTIONS = 5  # an exercise
FEWEST_ALTERNATIVES = 4
# for answers that are left out of the catalogue, single edits are tried, not pairs, however long that takes
_PATIENCE = Patience(pairs=0, seconds=math.inf)
TREES_WITH_TESTS = ("tests/public", "tests/hidden")


@dataclass(frozen=True)
class Verdict:
    """How the tests and the diagnosis judge one known wrong answer, with a sentence for each fault.

    Attributes:
        name: of the wrong answer.
        failed_tests: the tests that it fails.
        passes: tasks that it should fail and passes.
        misnamed: tasks in which it is not named, or is named as another one that says something else, whether it is in
            the catalogue or left out of it, like a mistake that nobody has thought of.
        rivals: names of causes with the same answers that say different things.
    """

    name: str
    failed_tests: frozenset[str]
    passes: tuple[str, ...]
    misnamed: tuple[str, ...]
    rivals: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Proof:
    """What the known answers of one exercise show.

    Attributes:
        exercise: its name.
        verdicts: on the wrong answers.
        right: how many known right answers there are.
        problems: what is wrong with the tests, the right answers or the catalogue, in sentences.
        alike: wrong answers that share their diagnosis, because no test can tell them apart.
        rivals: causes with the same answers, wrong answers and edits, between which the learner's code decides; where
            it does not, both are said.
    """

    exercise: str
    verdicts: tuple[Verdict, ...]
    right: int
    problems: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    rivals: tuple[tuple[str, ...], ...] = ()


def proof_pool(processes: int | None = None) -> ProcessPoolExecutor:
    """Processes for `prove_exercise`, each with workers of its own beside it; by default as many as there are cores."""
    # spawn: a fork would copy the judge's threads
    return ProcessPoolExecutor(processes or min(4, os.cpu_count() or 1), multiprocessing.get_context("spawn"))


def prove_all(course: Course, pool: ProcessPoolExecutor, exercises: tuple[Exercise, ...]) -> Iterator[Proof]:
    """The proof of each of these exercises, in order, as soon as it is done."""
    names = [exercise.name for exercise in exercises]
    yield from pool.map(prove_in_pool, [course.root] * len(names), names)


def prove_in_pool(root: Path, name: str) -> Proof:
    """The proof of an exercise, in a process that proves one after the other: torch is loaded once for all of them."""
    collect_seldom()
    return prove_exercise(root, name, _launcher())


@functools.cache
def _launcher() -> Launcher:
    return Launcher()  # ends with the process


def prove_exercise(root: Path, name: str, launcher: Launcher | None = None) -> Proof:
    """Grade every known answer of one exercise, wrong and right.

    Args:
        root: of the course.
        name: of the exercise.
        launcher: where workers come from; by default one of its own.
    """
    course = load_course(root)
    exercise = course.exercise(name)
    assert exercise is not None
    course = course.holding((exercise,))
    problems: list[str] = []
    known: list[Misconception] = []
    paths, right = (modules_in(course, tree, exercise) for tree in (MISCONCEPTIONS, ALTERNATIVES))
    if len(paths) < FEWEST_MISCONCEPTIONS:
        problems.append(f"{MISCONCEPTIONS}/{name}: {len(paths)} modules, at least {FEWEST_MISCONCEPTIONS} are wanted")
    if len(right) < FEWEST_ALTERNATIVES:
        problems.append(f"{ALTERNATIVES}/{name}: {len(right)} modules, at least {FEWEST_ALTERNATIVES} are wanted")
    for path in paths:
        try:
            known.append(read_misconception(path, exercise))
        except ProofError as error:
            problems.append(str(error))
    problems += problems_of(edits_path(course, exercise), name, {one.name: one for one in known})
    # one worker for all: torch loads once, and each call starts from fresh settings whatever the last one did
    with Workers(replace(course.limits, submission_seconds=math.inf), launcher, shared=True) as workers:

        def judge_all(tests: CollectedTests) -> tuple[Verdict, ...]:
            memory = Memory(_PATIENCE)
            verdicts = tuple(_judge(course, exercise, one, workers, memory, tests) for one in known)
            for path in right:
                row = grade_known(course, exercise, read_known(path, exercise), workers, tests=tests)
                if row.status != "passed":
                    why = ", ".join(sorted(_failed_tests(row))) or row.message
                    problems.append(f"{path.relative_to(root)}: is right, but {row.status.replace('_', ' ')} ({why})")
            return verdicts

        alone = replace(course, exercises=(exercise,))
        verdicts = with_collected_tests(alone, STAGES, judge_all, Repetition(), "proof")
    biting = frozenset().union(*(verdict.failed_tests for verdict in verdicts))
    for tree in TREES_WITH_TESTS:
        for function in tests_in(course.path(tree, exercise)):
            if function.name not in biting:
                problems.append(f"{tree}/test_{name}.py, {function.name}: is idle, no known wrong answer fails it")
    found = {names for verdict in verdicts for names in verdict.rivals}
    rivals = tuple(sorted(tuple(sorted(names)) for names in found))
    return Proof(name, verdicts, len(right), tuple(problems), _alike(known), rivals)


def grade_known(
    course: Course,
    exercise: Exercise,
    source: Source,
    workers: Workers,
    stages: tuple[Stage, ...] | None = None,
    salt: str | None = None,
    tests: CollectedTests | None = None,
) -> ExerciseRow:
    """Grade one module as this exercise's submission, with tests that were collected before or are collected now."""
    submission = Submission(source.filename, {exercise.name: source}, kind="module")
    document = grade(course, submission, workers, (exercise,), stages, salt, "proof", tests=tests)
    return document.exercise(exercise.name)


def tests_in(path: Path) -> list[ast.FunctionDef]:
    """The test functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def _judge(
    course: Course,
    exercise: Exercise,
    misconception: Misconception,
    workers: Workers,
    memory: Memory,
    tests: CollectedTests,
) -> Verdict:
    sources = {exercise.name: misconception.source}
    work = Submission(misconception.source.filename, {**sources})
    results = run_tests(course, work, workers, Run.of(course, (exercise,), purpose="proof"), tests=tests)
    explanations = explain(course, results, sources, workers, memory=memory)
    named = explanations.named
    row = exercise_row(exercise, results, named)
    lost = {task.id for task in row.tasks if task.status in ("failed", "error", "not_attempted")}
    misnamed = [
        f"{misconception.name} is not named in task {task.id}"
        for task in row.tasks
        if task.status == "failed" and (exercise.name, task.id) not in named and not exercise.tests_of
    ]
    for (_exercise, task), other in named.items():
        if not other.says_the_same_as(misconception):
            misnamed.append(f"{misconception.name} is named as {other.name} in task {task}")
    without = frozenset({misconception.name})
    unnamed = explain(course, results, sources, workers, memory=memory, unknown=without)
    for (_exercise, task), other in unnamed.named.items():
        known_rivals = any({misconception.name, other.name} <= names for names in explanations.rivals)
        if not other.says_the_same_as(misconception) and not known_rivals:
            doubt = "would be named as {other} in task {task}. Let a test tell them apart, or let them say the same"
            misnamed.append(f"{misconception.name}, if it were not known, {doubt.format(other=other.name, task=task)}")
    return Verdict(
        name=misconception.name,
        failed_tests=frozenset(_failed_tests(row)),
        passes=tuple(
            f"{misconception.name} passes task {task}, which it should fail"
            for task in sorted(misconception.fails - lost)
        ),
        misnamed=tuple(misnamed),
        rivals=frozenset(explanations.rivals | unnamed.rivals),
    )


def _failed_tests(row: ExerciseRow) -> set[str]:
    return {failure.test for task in row.tasks for failure in task.failures}


def _alike(known: list[Misconception]) -> tuple[tuple[str, ...], ...]:
    groups: dict[tuple[str, str], list[str]] = {}
    for misconception in known:
        groups.setdefault((misconception.diagnosis, misconception.advice), []).append(misconception.name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
