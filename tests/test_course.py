"""The course proves itself: full marks for solutions, none for stubs, known wrong answers caught, right ones passed."""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import pytest

from grader.course.catalogue import MISCONCEPTIONS, modules_in
from grader.course.file import load_course
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.proof.check import check_course
from grader.proof.known_answers import Proof, Verdict, proof_pool, prove_in_pool
from grader.submission.finding import read_submission

ROOT = Path(__file__).resolve().parent.parent
COURSE = load_course(ROOT)


def test_files_headings_tests_stubs_and_marks_are_in_order() -> None:
    """The quick half of `python -m grader check`."""
    problems = [f"{title}: {problem}" for title, found in check_course(COURSE, quick=True) for problem in found]

    assert problems == []


# the other sets of tests that learners write take a minute each; `python -m grader check` proves them
TESTS_OF_LEARNERS = "kata07_test_mse"
PROVED = [one for one in COURSE.every_exercise if not one.tests_of or one.name == TESTS_OF_LEARNERS]
NAMES = [exercise.name for exercise in PROVED]
WRONG = [
    pytest.param(exercise.name, path.stem, id=f"{exercise.name}-{path.stem}")
    for exercise in PROVED
    for path in modules_in(COURSE, MISCONCEPTIONS, exercise)
]


class Proofs:
    """The proofs of exercises, each made when it is first asked for, one after the other in a process of their own."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool
        self._proofs: dict[str, Future[Proof]] = {}

    def of(self, exercise: str) -> Proof:
        """The proof of this exercise."""
        if exercise not in self._proofs:
            self._proofs[exercise] = self._pool.submit(prove_in_pool, ROOT, exercise)
        return self._proofs[exercise].result()

    def verdict(self, exercise: str, module: str) -> Verdict:
        """What became of one wrong answer; fails if it could not be read."""
        return next(verdict for verdict in self.of(exercise).verdicts if verdict.name == module)


@pytest.fixture(scope="session")
def proofs() -> Iterator[Proofs]:
    """With one process: where pytest-xdist has several, they share the exercises."""
    with proof_pool(1) as pool:
        yield Proofs(pool)


@pytest.mark.parametrize("exercise", NAMES)
def test_right_answers_get_full_marks_and_no_test_is_idle(exercise: str, proofs: Proofs) -> None:
    """However differently they are written; and every test is failed by a wrong answer."""
    assert proofs.of(exercise).problems == ()


@pytest.mark.parametrize(("exercise", "module"), WRONG)
def test_a_wrong_answer_fails_the_tasks_it_names(exercise: str, module: str, proofs: Proofs) -> None:
    """Wrong work must never pass."""
    assert proofs.verdict(exercise, module).passes == ()


@pytest.mark.parametrize(("exercise", "module"), WRONG)
def test_a_wrong_answer_is_named_as_itself_and_never_as_another(exercise: str, module: str, proofs: Proofs) -> None:
    """In every task that it fails; and left out of the catalogue, as nothing else: a guess is no diagnosis."""
    assert proofs.verdict(exercise, module).misnamed == ()


@pytest.mark.parametrize("salt", ["a", "b", "c"])
def test_marks_of_right_work_do_not_depend_on_the_salt(salt: str, launcher: Launcher) -> None:
    """Other examples, the same points."""
    with Workers(COURSE.limits, launcher) as workers:
        document = grade(COURSE, read_submission(COURSE, ROOT / "solutions"), workers, salt=salt)

    assert document.points == COURSE.points
