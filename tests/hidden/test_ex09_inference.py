"""Exercise 9, hidden: any samples in every form, a table as the result each time, and no gradients."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from grader.testing import (
    EQUAL_SIZES,
    ONE_OF_SOMETHING,
    Answer,
    Floats,
    Learner,
    Param,
    arrays,
    arrays_of_each,
    expect,
    large_problems,
    rounding,
)
from tests.hidden import oracles

SIZES = ((3, 2, 4), (4, 3, 2), (2, 3, 4), (5, 2, 3), (2, 4, 3))
ONE_SAMPLE = tuple((1, d, k) for d, k in ((2, 3), (3, 2), (3, 3), (1, 2), (3, 1), (1, 1)))


@dataclass(frozen=True)
class NewData:
    """Samples of shape (m, d) with whole numbers or quarters, and trained parameters."""

    X: Floats
    weight: Floats
    bias: Floats

    @property
    def whole(self) -> NDArray[np.int64]:
        """The samples as whole numbers: four times the quarters."""
        return (4 * self.X).astype(np.int64)

    @property
    def trained(self) -> tuple[Param, Param]:
        """The parameters as training leaves them, requiring grad."""
        return Param(self.weight), Param(self.bias)


@st.composite
def new_data(draw: st.DrawFn, sizes: tuple[tuple[int, int, int], ...]) -> NewData:
    """New data of the sizes (m, d, k)."""
    m, d, k = draw(st.sampled_from(sizes))
    return NewData(*draw(arrays((m, d), (d, k), (k,))))


@st.composite
def data_of_each(draw: st.DrawFn, sizes: tuple[tuple[int, int, int], ...]) -> tuple[NewData, ...]:
    """New data of each of the sizes (m, d, k)."""
    groups = draw(arrays_of_each(tuple(((m, d), (d, k), (k,)) for m, d, k in sizes)))
    return tuple(NewData(*group) for group in groups)


def large_data(rng: np.random.Generator) -> tuple[NewData, NewData]:
    """Twice dozens of samples with more features and outputs than in any example, of the same sizes."""
    first, second = (NewData(problem.X, problem.weight, problem.bias) for problem in large_problems(rng))
    return first, second


each_single = data_of_each(ONE_SAMPLE)


def expect_right(answer: Answer, X: NDArray[np.float64] | NDArray[np.int64], data: NewData) -> None:
    """Require the predictions for these samples, one row each."""
    table = X.astype(np.float64)
    # quarters multiply and add without rounding in float32, so half an ulp of the largest sum is generous
    scale = oracles.prediction_scale(table, data.weight, data.bias)
    expect(answer).equals(oracles.predict(table, data.weight, data.bias), within=rounding(scale, 4))


@pytest.mark.task("prediction")
@given(data=new_data(SIZES))
def test_tables_of_floats(learner: Learner, data: NewData) -> None:
    """A table of floats, as a list of rows or as a tensor, gives each row's weighted sum plus bias: shape (m, k)."""
    for samples in (data.X.tolist(), data.X):
        expect_right(learner.predict_new(samples, data.weight, data.bias), data.X, data)


@pytest.mark.task("prediction")
@given(data=new_data(SIZES))
def test_tables_of_whole_numbers(learner: Learner, data: NewData) -> None:
    """A table of whole numbers, as a list of rows or as a tensor, gives float32 predictions of shape (m, k)."""
    for samples in (data.whole.tolist(), data.whole):
        expect_right(learner.predict_new(samples, *data.trained), data.whole, data)


@pytest.mark.task("prediction")
@settings(max_examples=3)
@given(drawn=data_of_each(ONE_OF_SOMETHING))
def test_tables_with_one_row_or_one_column(learner: Learner, drawn: tuple[NewData, ...]) -> None:
    """With one row, one feature or one output, the result still has shape (m, k)."""
    for data in drawn:
        for samples in (data.X.tolist(), data.X):
            expect_right(learner.predict_new(samples, *data.trained), data.X, data)


@pytest.mark.task("prediction")
@settings(max_examples=3)
@given(drawn=data_of_each(EQUAL_SIZES))
def test_sizes_may_be_equal(learner: Learner, drawn: tuple[NewData, ...]) -> None:
    """If two of m, d and k are equal, or all three, each row's prediction is still right."""
    for data in drawn:
        for table in (data.X, data.whole):
            for samples in (table.tolist(), table):
                expect_right(learner.predict_new(samples, data.weight, data.bias), table, data)


@pytest.mark.task("prediction")
def test_many_samples_features_and_outputs(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, every call returns its own result."""
    before, data = large_data(rng)
    for samples in (data.X.tolist(), data.X):
        answer = learner.call("predict_new", samples, *data.trained, before=(before.X, *before.trained))
        expect_right(answer, data.X, data)
        expect(answer).left_the_result_before_alone()


@pytest.mark.task("prediction")
@settings(max_examples=4)
@given(data=new_data(SIZES))
def test_leaves_tables_and_torch_as_they_were(learner: Learner, data: NewData) -> None:
    """A table and the parameters come back unchanged, nothing is seeded, and the default dtype stays as it is."""
    for samples in (data.X.tolist(), data.whole.tolist(), data.X, data.whole):
        answer = learner.predict_new(samples, data.weight, data.bias)
        expect(answer).kept_its_inputs()
        # recording that was left off belongs to the task no_gradients
        expect(answer).left_torch_as_it_was(but=("grad_mode",))


@pytest.mark.task("one_sample")
@settings(max_examples=3)
@given(drawn=each_single)
def test_one_sample_of_floats(learner: Learner, drawn: tuple[NewData, ...]) -> None:
    """One sample of d floats, as a flat list or as a tensor of shape (d,), gives its prediction, of shape (1, k)."""
    for data in drawn:
        for sample in (data.X[0].tolist(), data.X[0]):
            expect_right(learner.predict_new(sample, *data.trained), data.X, data)


@pytest.mark.task("one_sample")
@settings(max_examples=3)
@given(drawn=each_single)
def test_one_sample_of_whole_numbers(learner: Learner, drawn: tuple[NewData, ...]) -> None:
    """One sample of d whole numbers, as a flat list or as a tensor, gives a float32 prediction of shape (1, k)."""
    for data in drawn:
        for sample in (data.whole[0].tolist(), data.whole[0]):
            expect_right(learner.predict_new(sample, data.weight, data.bias), data.whole, data)


@pytest.mark.task("one_sample")
def test_one_sample_of_many_features(learner: Learner, rng: np.random.Generator) -> None:
    """One sample with more features and outputs than in any example still gives its prediction, of shape (1, k)."""
    data, _other = large_data(rng)
    for sample in (data.X[0].tolist(), data.X[0]):
        expect_right(learner.predict_new(sample, *data.trained), data.X[:1], data)


@pytest.mark.task("one_sample")
@settings(max_examples=4)
@given(data=new_data(ONE_SAMPLE))
def test_leaves_one_sample_as_it_was(learner: Learner, data: NewData) -> None:
    """A flat list comes back unchanged, and a tensor of shape (d,) keeps its numbers and its shape."""
    for sample in (data.X[0].tolist(), data.whole[0].tolist(), data.X[0], data.whole[0]):
        expect(learner.predict_new(sample, data.weight, data.bias)).kept_its_inputs()


@pytest.mark.task("no_gradients")
@settings(max_examples=8)
@given(data=new_data(SIZES))
def test_right_numbers_without_gradients(learner: Learner, data: NewData) -> None:
    """Whether or not weight and bias require grad, the prediction is right and does not require grad."""
    for parameters in (data.trained, (data.weight, data.bias)):
        answer = learner.predict_new(data.X, *parameters)
        expect(answer).tracks_no_gradients()
        expect_right(answer, data.X, data)


@pytest.mark.task("no_gradients")
def test_many_right_numbers_without_gradients(learner: Learner, rng: np.random.Generator) -> None:
    """With dozens of samples and more features and outputs than in any example, no gradients are tracked either."""
    data, _other = large_data(rng)
    answer = learner.predict_new(data.X, *data.trained)
    expect(answer).tracks_no_gradients()
    expect_right(answer, data.X, data)


@pytest.mark.task("no_gradients")
@settings(max_examples=4)
@given(data=new_data(SIZES))
def test_parameters_and_recording_stay_as_they_were(learner: Learner, data: NewData) -> None:
    """After the call weight and bias require grad just as before, and gradient recording is switched on."""
    answer = learner.predict_new(data.X, *data.trained)
    # the samples, seeding and the dtype belong to the task prediction
    expect(answer).kept_its_inputs(but=(0,))
    expect(answer).left_torch_as_it_was(but=("seed", "dtype"))


@pytest.mark.task("no_gradients")
@settings(max_examples=2)
@given(data=new_data(SIZES))
def test_recording_that_was_off_stays_off(learner: Learner, data: NewData) -> None:
    """If gradient recording was off before the call, it is off afterwards."""
    answer = learner.call("predict_new", data.X, *data.trained, recording=False)
    expect(answer).left_torch_as_it_was(but=("seed", "dtype"))
