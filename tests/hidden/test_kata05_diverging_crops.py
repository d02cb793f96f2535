"""Kata 5, hidden: the crops in any units, against least squares in float64."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.testing import Answer, Floats, Learner, expect, say
from tests.hidden import oracles

NAMES = ("weight", "bias", "history")
EPOCHS = 1000
FACTORS = (1.0, 0.125, 8.0, 2.0**-9, 512.0)  # powers of two, so float32 holds the table as exactly as before
COLUMNS = ("temperature", "rainfall", "humidity", "apples", "oranges")
SHIFTS = (0.0, -4.0, 8.0)  # in spreads


@dataclass(frozen=True)
class Table:
    """A table of features and targets.

    Attributes:
        X: the features.
        y: the targets.
        changes: what was made of the columns of the crops, as formulas; empty if nothing.
    """

    X: Floats
    y: Floats
    changes: str

    def best(self, X: Floats) -> Floats:
        """What the model of least squares predicts, computed with columns of comparable size."""
        mean, spread = self.X.mean(axis=0), self.X.std(axis=0)
        A, B = (np.column_stack([(one - mean) / spread, np.ones(len(one))]) for one in (self.X, X))
        solved: Floats = B @ np.linalg.lstsq(A, self.y, rcond=None)[0]
        return solved

    @property
    def in_words(self) -> str:
        """Where the numbers of the call come from."""
        if not self.changes:
            return say("The table is that of the crops, its rows in another order.")
        return say("The table is that of the crops in other units: {changes}.", changes=self.changes)

    @property
    def best_loss(self) -> float:
        """The least loss that there can be."""
        return oracles.mse(self.best(self.X), self.y)

    def fit(self, learner: Learner) -> Answer:
        """The kata's call."""
        return learner.fit_table(self.X, self.y, EPOCHS)

    def losses(self, learner: Learner) -> tuple[Answer, Floats]:
        """The answer, and its history, which should be finite floats."""
        answer = self.fit(learner)
        history = answer.parts(*NAMES)[2]
        found = expect(history).floats(EPOCHS)
        finite = bool(np.isfinite(found).all())
        message = say("There are losses that are not finite (nan or inf).")
        expect(history).that(finite, say("finite losses"), f"{message}\n{self.in_words}")
        return answer, found


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """The crops in other units, the rows in another order."""
    rows = draw(st.permutations(range(5)))
    columns, changes = [], []
    for name, column in zip(COLUMNS, (*oracles.WEATHER.T, *oracles.CROPS.T), strict=True):
        factor, shift = draw(st.sampled_from(FACTORS)), draw(st.sampled_from(SHIFTS))
        moved_by = round(shift * float(column.std()))
        columns.append((factor * (column + moved_by))[list(rows)])
        changes += [_formula(name, factor, moved_by)] if (factor, moved_by) != (1.0, 0) else []
    return Table(np.column_stack(columns[:3]), np.column_stack(columns[3:]), ", ".join(changes))


def _formula(name: str, factor: float, moved_by: int) -> str:
    moved = f"{name} {'+' if moved_by > 0 else '-'} {abs(moved_by)}" if moved_by else name
    if factor == 1.0:
        return moved
    return f"{factor:g} * ({moved})" if moved_by else f"{factor:g} * {moved}"


@pytest.mark.task("finite")
@settings(max_examples=4)
@given(table=tables())
def test_the_loss_stays_finite_in_any_units(learner: Learner, table: Table) -> None:
    """No loss is nan or inf, none is above the first, and the last is below a tenth of the targets' mean square."""
    answer, found = table.losses(learner)
    history = answer.parts(*NAMES)[2]
    message = say("The loss grows.")
    expect(history).that(bool(found.max() <= found[0]), say("no loss above the first"), f"{message}\n{table.in_words}")
    most = float(np.mean(table.y**2)) / 10
    message = say("The last loss is {last:.6g}.", last=found[-1])
    wanted = say("a last loss below {most:.6g}", most=most)
    expect(history).that(bool(found[-1] < most), wanted, f"{message}\n{table.in_words}")


@pytest.mark.task("converges")
@settings(max_examples=4)
@given(table=tables())
def test_the_loss_reaches_the_best_in_any_units(learner: Learner, table: Table) -> None:
    """After 1000 epochs the last loss is within 1 % of that of least squares."""
    answer, found = table.losses(learner)
    best = table.best_loss
    message = say("The last loss is {last:.6g}.", last=found[-1])
    if found[-1] < 0.99 * best:
        message += " " + say(
            "No linear model has one below {best:.6g}: this is no loss of y in its own units.", best=best
        )
    wanted = say("a last loss of about {best:.6g}", best=best)
    is_best = bool(abs(found[-1] - best) <= 0.01 * best)
    expect(answer.parts(*NAMES)[2]).that(is_best, wanted, f"{message}\n{table.in_words}")


@pytest.mark.task("original_units")
@settings(max_examples=4)
@given(table=tables())
def test_the_parameters_predict_in_the_given_units(learner: Learner, table: Table) -> None:
    """X @ weight + bias is what the best linear model predicts, for the rows of the table and for new ones."""
    weight, bias, _history = table.fit(learner).parts(*NAMES)
    expect(weight).has_shape((3, 2))
    expect(weight).has_dtype("float32")
    expect(bias).has_shape((2,))
    expect(bias).has_dtype("float32")
    spread = table.X.std(axis=0)
    for X in (table.X, table.X[::-1] + spread * [1, -1, 0.5], table.X - spread):
        right = table.best(X)
        off = np.abs(X @ weight.numbers + bias.numbers - right) / table.y.std(axis=0)
        message = say("A prediction is off by {off:.3g} times the spread of its target.", off=float(np.max(off)))
        wanted = say("weight and bias of the best linear model")
        expect(weight).that(bool(np.all(off <= 0.01)), wanted, f"{message}\n{table.in_words}")


@pytest.mark.task("finite", "converges", "original_units")
@settings(max_examples=2)
@given(table=tables())
def test_leaves_the_table_and_torch_as_they_were(learner: Learner, table: Table) -> None:
    """X and y are not changed, nothing is seeded, and the default dtype and the grad mode stay as they are."""
    answer = table.fit(learner)
    expect(answer).kept_its_inputs()
    expect(answer).left_torch_as_it_was()
