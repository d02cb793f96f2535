"""`python -m grader check`: the repository proves itself."""

import ast
import math
import multiprocessing
import os
import re
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from grader.course import Course, Exercise, load_course
from grader.document import Document
from grader.proof import (
    ALTERNATIVES,
    MISCONCEPTIONS,
    ProofError,
    failed_tests,
    grade_known,
    missed,
    modules_in,
    names_given,
    read_known,
    read_misconception,
)
from grader.source import Source
from grader.stubs import StubError, stale_stubs
from grader.submission import read_submission
from grader.workers import Workers

FEWEST_MISCONCEPTIONS = 5  # an exercise
FEWEST_ALTERNATIVES = 4
_HEADING = re.compile(r"^### (\d+)\. `(\w+)`", re.MULTILINE)
_TREES_WITH_TESTS = ("tests/public", "tests/hidden")

Check = tuple[str, list[str]]  # what was looked at, and what is wrong with it


def check_course(course: Course, quick: bool = False) -> Iterator[Check]:
    """Yield each check as soon as it is done. `quick` leaves out the known wrong and right answers."""
    yield "every exercise has its prose, stub, solution and tests", _missing_files(course)
    yield "nothing unknown lies in the trees", _unknown_files(course)
    yield "the prose has a heading for every task, in order", _wrong_headings(course)
    yield "every test has a task and a requirement, every task a public and a hidden test", _untold_tests(course)
    try:
        stale = [f"{path}: out of date. Run: python -m grader sync" for path in stale_stubs(course)]
    except StubError as error:
        stale = [str(error)]
    yield "the stubs are in step with the solutions", stale
    yield "the notebooks are valid, the same each time, and hold every stub", _notebook_problems(course)
    yield "what learners get holds no answer", _leaks(course)
    with Workers(course.limits) as workers:
        yield "the stubs earn nothing and count as not attempted", _stub_marks(course, workers)
        yield "the solutions earn every point", _solution_marks(course, workers)
    if not quick:
        yield from _proofs(course)


# ---- files ----


def _missing_files(course: Course) -> list[str]:
    paths = []
    for exercise in course.exercises:
        paths += [course.path("exercises", exercise, ".md")]
        paths += [course.path(tree, exercise) for tree in ("exercises", "solutions", *_TREES_WITH_TESTS)]
    return [f"{path.relative_to(course.root)}: is missing" for path in paths if not path.is_file()]


def _unknown_files(course: Course) -> list[str]:
    stems = {exercise.name for exercise in course.exercises}
    known = {"exercises": {f"{stem}{suffix}" for stem in stems for suffix in (".md", ".py")}}
    known["exercises"] |= {"README.md", "course.toml"}
    known["solutions"] = {f"{stem}.py" for stem in stems}
    known[MISCONCEPTIONS] = known[ALTERNATIVES] = stems
    found = []
    for tree, names in known.items():
        for path in sorted((course.root / tree).glob("*")):
            if path.name not in names and path.name != "__pycache__":
                found.append(f"{path.relative_to(course.root)}: nothing in course.toml is called so")
    for tree in _TREES_WITH_TESTS:
        for path in sorted((course.root / tree).glob("test_*")):
            if path.stem.removeprefix("test_") not in stems:
                found.append(f"{path.relative_to(course.root)}: course.toml has no such exercise")
    return found


def _leaks(course: Course) -> list[str]:
    from grader.bundle import BundleError, make_bundle

    with tempfile.TemporaryDirectory() as folder:
        try:
            make_bundle(course, Path(folder) / "bundle")
        except BundleError as error:
            return str(error).splitlines()
    return []


def _wrong_headings(course: Course) -> list[str]:
    found = []
    for exercise in course.exercises:
        path = course.path("exercises", exercise, ".md")
        if not path.is_file():
            continue
        headings = _HEADING.findall(path.read_text(encoding="utf-8"))
        wanted = [(str(number), task.id) for number, task in enumerate(exercise.tasks, start=1)]
        if headings != wanted:
            says = ", ".join(f"{number}. {task}" for number, task in headings) or "none"
            found.append(f"{path.relative_to(course.root)}: the task headings are: {says}")
    return found


# ---- tests, read and not run ----


def _untold_tests(course: Course) -> list[str]:
    found = []
    for exercise in course.exercises:
        for tree in _TREES_WITH_TESTS:
            path = course.path(tree, exercise)
            if not path.is_file():
                continue
            where = path.relative_to(course.root)
            tasks: set[str] = set()
            for function in tests_in(path):
                marked = _marked_tasks(function)
                tasks |= marked
                if not marked:
                    found.append(f"{where}, {function.name}: has no task")
                unknown = marked - {task.id for task in exercise.tasks}
                found += [f"{where}, {function.name}: {exercise.name} has no task {task}" for task in sorted(unknown)]
                if not ast.get_docstring(function):
                    found.append(f"{where}, {function.name}: has no docstring, which is what the learner reads")
            found += [f"{where}: no test of task {task.id}" for task in exercise.tasks if task.id not in tasks]
    return found


def tests_in(path: Path) -> list[ast.FunctionDef]:
    """The test functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def _marked_tasks(function: ast.FunctionDef) -> set[str]:
    tasks: set[str] = set()
    for decorator in function.decorator_list:
        match decorator:
            case ast.Call(func=ast.Attribute(attr="task"), args=args):
                tasks |= {str(arg.value) for arg in args if isinstance(arg, ast.Constant)}
    return tasks


# ---- notebooks ----


def _notebook_problems(course: Course) -> list[str]:
    from grader.notebook.build import built_notebooks
    from grader.notebook.cells import read_notebook
    from grader.notebook.module import Definitions

    try:
        built = dict(built_notebooks(course))
        again = dict(built_notebooks(load_course(course.root)))
    except Exception as error:  # nbformat's validator says what is wrong in many ways
        return [f"{type(error).__name__}: {error}"]
    found = [f"{name}: is not the same when it is built again" for name in built if built[name] != again[name]]
    for name, text in built.items():
        notebook = read_notebook(text.encode(), name)
        definitions = Definitions(course, notebook)
        for exercise in course.exercises:
            if exercise.name not in notebook.exercises:
                continue
            source = definitions.find(exercise).source
            if not isinstance(source, Source) or not all(map(source.function, exercise.functions)):
                found.append(f"{name}: does not hold the functions of {exercise.name}")
            elif any(map(source.is_attempted, exercise.functions)):
                found.append(f"{name}: {exercise.name} is not a stub")
    return found


# ---- marks ----


def _grade(course: Course, tree: str, workers: Workers) -> Document:
    from grader.judge import grade

    return grade(course, read_submission(course, course.root / tree, course.exercises), workers)


def _stub_marks(course: Course, workers: Workers) -> list[str]:
    document = _grade(course, "exercises", workers)
    return [
        f"exercises/{row.name}.py: is {row.status.replace('_', ' ')}, with {row.points} points"
        for row in document.exercises
        if row.status != "not_attempted" or row.points
    ]


def _solution_marks(course: Course, workers: Workers) -> list[str]:
    document = _grade(course, "solutions", workers)
    return [
        f"solutions/{row.name}.py: {row.points} of {row.max_points} points"
        for row in document.exercises
        if row.points != row.max_points
    ]


# ---- known answers ----


def _proofs(course: Course) -> Iterator[Check]:
    names = [exercise.name for exercise in course.exercises]
    with proof_pool() as pool:
        for proof in pool.map(prove_exercise, [course.root] * len(names), names):
            marks = f"{proof.wrong} wrong answers are caught, {proof.right} right ones pass, no test is idle"
            yield f"{proof.exercise}: {marks}", list(proof.problems)
            yield (
                f"{proof.exercise}: {proof.named} of {proof.wrong} wrong answers are named, none as another",
                [f"{name} is named as {' and '.join(others)}" for name, others in proof.confusions],
            )


def proof_pool() -> ProcessPoolExecutor:
    """As many processes as there are cores, each with a worker of its own beside it."""
    # spawn: a fork would copy the judge's threads
    return ProcessPoolExecutor(min(4, os.cpu_count() or 1), multiprocessing.get_context("spawn"))


def _exercise(course: Course, name: str) -> Exercise:
    exercise = course.exercise(name)
    assert exercise is not None
    return exercise


@dataclass(frozen=True)
class Proof:
    """What the known answers of one exercise show.

    Attributes:
        exercise: its name.
        wrong: how many known wrong answers there are.
        right: how many known right ones.
        problems: what is wrong with the tests or with the catalogue, in sentences.
        named: how many wrong answers are named as what they are.
        confusions: wrong answers that are named as another one.
    """

    exercise: str
    wrong: int
    right: int
    problems: tuple[str, ...]
    named: int
    confusions: tuple[tuple[str, tuple[str, ...]], ...]


def prove_exercise(root: Path, name: str) -> Proof:
    """Grade every known answer of one exercise, wrong and right."""
    course = load_course(root)
    exercise = _exercise(course, name)
    found: list[str] = []
    wrong, right = (modules_in(course, tree, exercise) for tree in (MISCONCEPTIONS, ALTERNATIVES))
    if len(wrong) < FEWEST_MISCONCEPTIONS:
        found.append(f"{MISCONCEPTIONS}/{name}: {len(wrong)} modules, at least {FEWEST_MISCONCEPTIONS} are wanted")
    if len(right) < FEWEST_ALTERNATIVES:
        found.append(f"{ALTERNATIVES}/{name}: {len(right)} modules, at least {FEWEST_ALTERNATIVES} are wanted")
    biting: set[str] = set()
    named = 0
    confusions = []
    # one pool for all: torch loads once, and each call starts from fresh settings whatever the last one did
    with Workers(replace(course.limits, submission_seconds=math.inf)) as workers:
        for path in wrong:
            try:
                misconception = read_misconception(path, exercise)
            except ProofError as error:
                found.append(str(error))
                continue
            row = grade_known(course, exercise, misconception.source, workers)
            biting |= failed_tests(row)
            names = names_given(row)
            named += misconception.name in names
            if names - {misconception.name}:
                confusions.append((misconception.name, tuple(sorted(names - {misconception.name}))))
            found += missed(misconception, row)
        for path in right:
            row = grade_known(course, exercise, read_known(path, exercise), workers)
            if row.status != "passed":
                failing = ", ".join(sorted(failed_tests(row))) or row.message
                found.append(f"{path.relative_to(root)}: is right, but {row.status.replace('_', ' ')} ({failing})")
    for tree in _TREES_WITH_TESTS:
        for function in tests_in(course.path(tree, exercise)):
            if function.name not in biting:
                found.append(f"{tree}/test_{name}.py, {function.name}: is idle, no known wrong answer fails it")
    return Proof(name, len(wrong), len(right), tuple(found), named, tuple(confusions))
