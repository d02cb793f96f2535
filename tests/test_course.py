"""The course proves itself: full marks for solutions, none for stubs, known wrong answers caught, right ones passed."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from grader.course import load_course
from grader.judge import grade
from grader.selfcheck import Proof, check_course, proof_pool, prove_exercise
from grader.submission import read_submission
from grader.workers import Workers

ROOT = Path(__file__).resolve().parent.parent
COURSE = load_course(ROOT)


def test_files_headings_tests_stubs_and_marks_are_in_order() -> None:
    """The quick half of `python -m grader check`."""
    problems = [f"{title}: {problem}" for title, found in check_course(COURSE, quick=True) for problem in found]

    assert problems == []


def test_the_course_has_a_hundred_points() -> None:
    """Thirteen exercises, one hundred points."""
    assert (len(COURSE.exercises), COURSE.points) == (13, 100)


NAMES = [exercise.name for exercise in COURSE.exercises]


@pytest.fixture(scope="module")
def proofs() -> Iterator[dict[str, Future[Proof]]]:
    """The proof of every exercise, under way in as many processes as there are cores."""
    with proof_pool() as pool:
        yield {name: pool.submit(prove_exercise, ROOT, name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_known_answers_get_the_marks_they_deserve(name: str, proofs: dict[str, Future[Proof]]) -> None:
    """Wrong ones fail the tasks they name, right ones pass, and no test is idle."""
    assert proofs[name].result().problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_no_wrong_answer_is_named_as_another(name: str, proofs: dict[str, Future[Proof]]) -> None:
    """A wrong diagnosis is worse than none."""
    assert proofs[name].result().confusions == ()


def test_nearly_every_wrong_answer_is_named(proofs: dict[str, Future[Proof]]) -> None:
    """At least nine in ten of the whole catalogue."""
    done = [proof.result() for proof in proofs.values()]

    assert sum(proof.named for proof in done) >= 0.9 * sum(proof.wrong for proof in done)


@pytest.mark.parametrize("salt", ["a", "b", "c"])
def test_marks_of_right_work_do_not_depend_on_the_salt(salt: str) -> None:
    """Other examples, the same hundred points."""
    with Workers(COURSE.limits) as workers:
        document = grade(COURSE, read_submission(COURSE, ROOT / "solutions"), workers, salt=salt)

    assert document.points == 100
