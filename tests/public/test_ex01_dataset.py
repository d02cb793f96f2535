"""Exercise 1, public: the page's tables as tensors."""

import numpy as np
import pytest

from grader.testing import Learner, expect

HOURS, SCORES = [[1], [2], [3]], [[20], [40], [60]]
WEATHER = [[73.5, 67, 43], [91, 88.25, 64]]
YIELDS = [[56, 70.75, 3, -4], [81.5, 101, -2, 0]]


@pytest.mark.task("values")
def test_study_hours_become_two_columns(learner: Learner) -> None:
    """The study hours and scores become a pair of tensors of shape (3, 1)."""
    X, y = learner.to_tensors(HOURS, SCORES).parts("X", "y")
    expect(X).equals([[1.0], [2.0], [3.0]], dtype=None)
    expect(y).equals([[20.0], [40.0], [60.0]], dtype=None)


@pytest.mark.task("values")
def test_rows_stay_rows_and_columns_stay_columns(learner: Learner) -> None:
    """Rows stay samples and columns stay features or targets, with the same numbers in the same order."""
    answer = learner.to_tensors(WEATHER, YIELDS)
    X, y = answer.parts("X", "y")
    expect(X).equals(np.array(WEATHER), dtype=None)
    expect(y).equals(np.array(YIELDS), dtype=None)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()


@pytest.mark.task("float32")
def test_whole_numbers_become_float32(learner: Learner) -> None:
    """Both tensors are float32, even when all the numbers are whole."""
    X, y = learner.to_tensors(HOURS, SCORES).parts("X", "y")
    expect(X).has_dtype("float32")
    expect(y).has_dtype("float32")


@pytest.mark.task("float32")
def test_data_do_not_require_grad(learner: Learner) -> None:
    """Data is given, not learned: neither tensor requires grad."""
    X, y = learner.to_tensors(HOURS, SCORES).parts("X", "y")
    expect(X).tracks_no_gradients()
    expect(y).tracks_no_gradients()
