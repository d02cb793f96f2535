"""`python -m grader check`: the repository proves itself."""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grader.course.catalogue import ALTERNATIVES, EDITS, MISCONCEPTIONS
from grader.course.file import Course, load_course
from grader.course.stubs import StubError, stale_stubs
from grader.pipe.pool import Workers
from grader.proof.known_answers import TREES_WITH_TESTS, proof_pool, prove_all, tests_in
from grader.result.document import Document
from grader.source.module import Source
from grader.submission.reading import read_submission

_HEADING = re.compile(r"^### (\d+)\. `(\w+)`", re.MULTILINE)

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
    yield "the pages' pictures are what their numbers make", _picture_problems(course)
    yield "what learners get holds no answer", _leaks(course)
    with Workers(course.limits) as workers:
        yield "the stubs earn nothing and count as not attempted", _stub_marks(course, workers)
        yield "the solutions earn every point", _solution_marks(course, workers)
    if not quick:
        yield from _proofs(course)


# ---- files ----


def _picture_problems(course: Course) -> list[str]:
    """A course that draws its pictures has a program for that, in tests/pictures, where no bundle takes it from."""
    if not (course.root / "tests" / "pictures" / "__main__.py").is_file():
        return []
    command = [sys.executable, "-m", "tests.pictures", "--check"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return done.stdout.splitlines() or done.stderr.splitlines()[-1:]


def _missing_files(course: Course) -> list[str]:
    paths = []
    for exercise in course.exercises:
        paths += [course.path("exercises", exercise, ".md")]
        paths += [course.path(tree, exercise) for tree in ("exercises", "solutions", *TREES_WITH_TESTS)]
    return [f"{path.relative_to(course.root)}: is missing" for path in paths if not path.is_file()]


def _unknown_files(course: Course) -> list[str]:
    stems = {exercise.name for exercise in course.exercises}
    known = {"exercises": {f"{stem}{suffix}" for stem in stems for suffix in (".md", ".py")}}
    known["exercises"] |= {"README.md", "course.toml", "images"}
    known["solutions"] = {f"{stem}.py" for stem in stems}
    known[MISCONCEPTIONS] = known[ALTERNATIVES] = stems
    known[EDITS] = {f"{stem}.toml" for stem in stems}
    found = []
    for tree, names in known.items():
        for path in sorted((course.root / tree).glob("*")):
            if path.name not in names and path.name != "__pycache__":
                found.append(f"{path.relative_to(course.root)}: nothing in course.toml is called so")
    for tree in TREES_WITH_TESTS:
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
        for tree in TREES_WITH_TESTS:
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
    from grader.submission.notebook.cells import read_notebook
    from grader.submission.notebook.module import Definitions

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
    from grader.judge.run import grade

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
    with proof_pool() as pool:
        for proof in prove_all(course, pool):
            name, wrong = proof.exercise, len(proof.verdicts)
            caught = [problem for verdict in proof.verdicts for problem in verdict.passes]
            marks = f"{wrong} wrong answers are caught, {proof.right} right ones pass, no test is idle"
            yield f"{name}: {marks}", [*proof.problems, *caught]
            misnamed = [problem for verdict in proof.verdicts for problem in verdict.misnamed]
            yield f"{name}: {wrong} wrong answers are named, none as another, known or not", misnamed
            for alike in proof.alike:
                yield f"{name}: cannot be told apart, so they share a diagnosis: {', '.join(alike)}", []
            for rivals in proof.rivals:
                yield f"{name}: give the same answers, so the code decides, or both are said: {', '.join(rivals)}", []
