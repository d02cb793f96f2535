"""Exercise 9, public: predictions for tables and single samples in every form, without gradients."""

import numpy as np
import pytest

from grader.testing import Learner, Param, expect

HOURS_WEIGHT, HOURS_BIAS = Param(np.array([[19.75]])), Param(np.array([0.5]))
WEIGHT, BIAS = np.array([[-0.5, 0.25], [1.0, 0.75], [0.5, 1.0]]), np.array([-1.0, 2.0])


@pytest.mark.task("prediction")
def test_three_students(learner: Learner) -> None:
    """Three students with 5, 4 and 2 hours get 99.25, 79.5 and 40, as a table with three rows."""
    answer = learner.predict_new([[5], [4], [2]], HOURS_WEIGHT, HOURS_BIAS)
    expect(answer).equals([[99.25], [79.5], [40.0]])


@pytest.mark.task("prediction")
def test_as_many_samples_as_features(learner: Learner) -> None:
    """Three rows of three features are three samples, whether in a list or in a tensor."""
    samples = [[1.0, 2.0, 0.0], [0.5, -1.0, 4.0], [-2.0, 0.0, 1.0]]
    right = [[0.5, 3.75], [-0.25, 5.375], [0.5, 2.5]]
    expect(learner.predict_new(samples, WEIGHT, BIAS)).equals(right)
    expect(learner.predict_new(np.array(samples), WEIGHT, BIAS)).equals(right)


@pytest.mark.task("prediction")
def test_a_tensor_of_whole_numbers(learner: Learner) -> None:
    """Two rows in a tensor of whole numbers give two rows of float32 predictions."""
    answer = learner.predict_new(np.array([[68, 82, 56], [73, 67, 43]]), WEIGHT, BIAS)
    expect(answer).equals([[75.0, 136.5], [51.0, 113.5]])


@pytest.mark.task("prediction")
def test_leaves_samples_and_torch_as_they_were(learner: Learner) -> None:
    """A table comes back unchanged, nothing is seeded, and the default dtype stays as it is."""
    answer = learner.predict_new([[68.5, 82.0, 56.25], [73.0, 67.0, 43.5]], WEIGHT, BIAS)
    expect(answer).kept_its_inputs()
    # recording that was left off belongs to the task no_gradients
    expect(answer).left_torch_as_it_was(but=("grad_mode",))


@pytest.mark.task("one_sample")
def test_one_student_in_a_list(learner: Learner) -> None:
    """One student with 2.5 hours, given as a flat list, gets 49.875 in a table of shape (1, 1)."""
    expect(learner.predict_new([2.5], HOURS_WEIGHT, HOURS_BIAS)).equals([[49.875]])


@pytest.mark.task("one_sample")
def test_one_sample_of_three_features(learner: Learner) -> None:
    """One sample of three whole numbers gives shape (1, 2), as a list or as a tensor, which keeps its own shape."""
    right = [[75.0, 136.5]]
    expect(learner.predict_new([68, 82, 56], WEIGHT, BIAS)).equals(right)
    for sample in (np.array([68, 82, 56]), np.array([68.0, 82.0, 56.0])):
        answer = learner.predict_new(sample, WEIGHT, BIAS)
        expect(answer).equals(right)
        expect(answer).kept_its_inputs()


@pytest.mark.task("no_gradients")
def test_tracks_no_gradients(learner: Learner) -> None:
    """The prediction does not require grad; afterwards weight and bias still do, and recording is on."""
    answer = learner.predict_new(np.array([[5.0], [4.0]]), HOURS_WEIGHT, HOURS_BIAS)
    expect(answer).tracks_no_gradients()
    expect(answer).equals([[99.25], [79.5]])
    # the samples, seeding and the dtype belong to the task prediction
    expect(answer).kept_its_inputs(but=(0,))
    expect(answer).left_torch_as_it_was(but=("seed", "dtype"))


@pytest.mark.task("no_gradients")
def test_recording_that_was_off_stays_off(learner: Learner) -> None:
    """If gradient recording was off before the call, it is off afterwards."""
    answer = learner.call("predict_new", np.array([[5.0], [4.0]]), HOURS_WEIGHT, HOURS_BIAS, recording=False)
    expect(answer).left_torch_as_it_was(but=("seed", "dtype"))
