"""`python -m grader check`: the repository proves itself."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grader.course.attempt import is_attempted
from grader.course.file import ALL_TRACKS, Course, Exercise, load_course
from grader.course.stubs import StubError, stale_stubs
from grader.pipe.errors import GraderFault
from grader.pipe.pool import Workers
from grader.pipe.torch_parts import TRIED, is_tried
from grader.proof import course_files
from grader.proof.known_answers import proof_pool, prove_all
from grader.proof.translations import listed, translation_problems
from grader.result.document import Document, ExerciseRow
from grader.source.module import Source
from grader.submission.finding import Submission, SubmissionError, read_submission

Check = tuple[str, list[str]]  # what was checked, and what is wrong with it
Exercises = tuple[Exercise, ...]


def check_course(course: Course, quick: bool = False, exercises: Exercises | None = None) -> Iterator[Check]:
    """Yield each check as soon as it is done.

    Args:
        course: the course.
        quick: leave out the known wrong and right answers.
        exercises: check only these, and not what concerns the course as a whole; None for everything.
    """
    course = course.track(ALL_TRACKS)
    chosen = course.exercises if exercises is None else exercises
    missing = [*course_files.missing_files(course, chosen)]
    yield "every exercise has its prose, stub, solution and tests", missing
    unreadable = [*course_files.unreadable_files(course, chosen)]
    yield "Python can read every file", unreadable
    if unreadable:
        return  # all that follows reads them
    if exercises is None:
        yield "nothing unknown lies in the trees", [*course_files.unknown_files(course)]
    yield "the prose has a heading for every task, in order", [*course_files.wrong_headings(course, chosen)]
    lacking = [*course_files.missing_functions(course, chosen)]
    yield "the solutions have the functions that course.toml names", lacking
    title = "every test has a task and a requirement, every task a public and a hidden test"
    yield title, [*course_files.incomplete_tests(course, chosen)]
    yield "the stubs are in step with the solutions", _stale_stubs(course, chosen)
    if exercises is None and not lacking:
        yield "the notebooks are valid, the same each time, and hold every stub", _notebook_problems(course)
        yield "what learners read is there in every language of the course", _translations(course)
        yield "the pages' pictures are what their numbers make", _picture_problems(course)
        yield "what learners get holds no answer", _leaks(course)
    if missing:
        return  # grading needs them all
    with Workers(course.limits) as workers:
        yield "torch is of a version that was tried", _torch_problems(course, workers)
        stubs = _graded(course, "exercises", chosen, workers)
        solutions = _graded(course, "solutions", chosen, workers) if isinstance(stubs, Document) else stubs
        if not isinstance(stubs, Document) or not isinstance(solutions, Document):
            yield "stubs and solutions can be graded", [str(solutions)]
            return
        yield "the stubs earn nothing and count as not attempted", _stub_marks(stubs, chosen)
        yield "the solutions earn every point", _solution_marks(solutions, chosen)
    if not quick:
        yield from _proofs(course, chosen)


def _torch_problems(course: Course, workers: Workers) -> list[str]:
    version = workers.launcher.torch_version(course.limits)
    return [] if is_tried(version) else [f"torch {version}: {TRIED} was tried, see pyproject.toml and .ci/with-torch"]


def _stale_stubs(course: Course, exercises: Exercises) -> list[str]:
    try:
        stale = stale_stubs(course, exercises)
    except StubError as error:
        return [str(error)]
    return [f"{path}: out of date. Run: python -m grader sync" for path in stale]


def _picture_problems(course: Course) -> list[str]:
    """A course that draws its pictures has a program for that, in tests/pictures, where no bundle takes it from."""
    if not (course.root / "tests" / "pictures" / "__main__.py").is_file():
        return []
    command = [sys.executable, "-m", "tests.pictures", "--check"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return done.stdout.splitlines() or done.stderr.splitlines()[-1:]


def _translations(course: Course) -> list[str]:
    return listed(translation_problems(load_course(course.root)))


def _leaks(course: Course) -> list[str]:
    from grader.bundle import BundleError, make_bundle

    with tempfile.TemporaryDirectory() as folder:
        try:
            make_bundle(course, Path(folder) / "bundle")
        except BundleError as error:
            return str(error).splitlines()
    return []


# ---- notebooks ----


def _notebook_problems(course: Course) -> list[str]:
    from grader.notebook.build import built_notebooks
    from grader.submission.reader_process import Reader

    try:
        built = dict(built_notebooks(course))
        again = dict(built_notebooks(load_course(course.root).track(ALL_TRACKS)))
    except Exception as error:  # nbformat's validator says what is wrong in many ways
        return [f"{type(error).__name__}: {error}"]
    found = [f"{name}: is not the same when it is built again" for name in built if built[name] != again[name]]
    with Reader() as reader, tempfile.TemporaryDirectory() as folder:
        for name, text in built.items():
            path = Path(folder, name)
            path.write_text(text, encoding="utf-8")
            found += _wrong_in(name, read_submission(course, path, reader=reader), course)
    return found


def _wrong_in(name: str, work: Submission, course: Course) -> Iterator[str]:
    for exercise in course.exercises:
        if exercise.name not in work.sources:
            continue
        source = work.sources[exercise.name]
        functions = () if exercise.tests_of else exercise.functions
        if not isinstance(source, Source) or not all(map(source.function, functions)):
            yield f"{name}: does not hold the functions of {exercise.name}"
        elif is_attempted(course, exercise, source):
            yield f"{name}: {exercise.name} is not a stub"


# ---- marks ----


def _graded(course: Course, tree: str, exercises: Exercises, workers: Workers) -> Document | str:
    """The document of a tree, or why there is none."""
    from grader.judge.run import grade

    try:
        return grade(course, read_submission(course, course.root / tree, exercises), workers, exercises)
    except (GraderFault, SubmissionError) as error:
        return str(error)


def _stub_marks(document: Document, exercises: Exercises) -> list[str]:
    return [
        f"exercises/{row.name}.py: is {row.status.replace('_', ' ')}, with {row.points} points"
        for row in map(document.exercise, (exercise.name for exercise in exercises))
        if row.status != "not_attempted" or row.points
    ]


def _solution_marks(document: Document, exercises: Exercises) -> list[str]:
    rows = map(document.exercise, (exercise.name for exercise in exercises))
    return [
        f"solutions/{row.name}.py: {row.points} of {row.max_points} points. {_why_not(row)}"
        for row in rows
        if row.points != row.max_points
    ]


def _why_not(row: ExerciseRow) -> str:
    """The first test that a solution fails, and how."""
    failures = [(task.id, failure) for task in row.tasks for failure in task.failures]
    if not failures:
        return " ".join((row.message or row.status.replace("_", " ")).split())
    task, failure = failures[0]
    facts = [f"{name} {text}" for name in ("called", "returned", "expected") if (text := getattr(failure, name))]
    return " ".join(f"Task {task}, {failure.test}: {'; '.join(facts)}. {failure.message}".split())


# ---- known answers ----


def _proofs(course: Course, exercises: Exercises) -> Iterator[Check]:
    with proof_pool() as pool:
        for proof in prove_all(course, pool, exercises):
            name, wrong = proof.exercise, len(proof.verdicts)
            caught = [problem for verdict in proof.verdicts for problem in verdict.passes]
            marks = f"{wrong} wrong answers are caught, {proof.right} right ones pass, no test is idle"
            yield f"{name}: {marks}", [*proof.problems, *caught]
            misnamed = [problem for verdict in proof.verdicts for problem in verdict.misnamed]
            yield f"{name}: {wrong} wrong answers are named, none as another, known or not", misnamed
            for alike in proof.alike:
                yield f"{name}: cannot be told apart, so they share a diagnosis: {', '.join(alike)}", []
            for rivals in proof.rivals:
                what = "give the same values; what else a call does or the code decides, or both are said"
                yield f"{name}: {what}: {', '.join(rivals)}", []
