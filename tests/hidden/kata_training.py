"""A training that a kata's program makes, judged against the exact trajectory of gradient descent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from hypothesis import strategies as st

from grader.testing import Answer, Curve, Learner, LinearProblem, Training, curve_of, linear_problems, rounding, say
from tests.hidden import oracles

NAMES = ("weight", "bias", "history")
# float32 rounding of at most ten epochs; see the training loop of the course
ROUNDING = 1e-5


@dataclass(frozen=True)
class KataRun:
    """A problem, and how long and how fast to train on it."""

    problem: LinearProblem
    lr: float
    epochs: int

    @cached_property
    def right(self) -> oracles.Trajectory:
        """Where exact arithmetic ends."""
        p = self.problem
        return oracles.descend(p.X, p.y, p.weight, p.bias, self.lr, self.epochs)

    @property
    def largest(self) -> float:
        """The largest number that a tolerance for the parameters must be relative to."""
        return max(1.0, *(float(np.max(np.abs(p))) for p in (*self.right.parameters, self.problem.weight)))

    def training(self, learner: Learner, call: Callable[[Learner, "KataRun"], Answer]) -> Training:
        """The run with any number of epochs, made by a kata's own call."""

        def run(epochs: int) -> KataRun:
            return self if epochs == self.epochs else replace(self, epochs=epochs)

        return Training(
            train=lambda epochs: call(learner, run(epochs)),
            parameters=lambda answer: answer.parts(*NAMES)[:2],
            history=lambda answer: answer.parts(*NAMES)[2],
            right=lambda epochs: run(epochs).right.parameters,
            losses=lambda epochs: run(epochs).right.history,
            within=ROUNDING * self.largest,
            curve=lambda: _losses_on_hours(learner, call),
        )

    def expect_losses(self, learner: Learner, call: Callable[[Learner, "KataRun"], Answer]) -> None:
        """Demand the loss before each step, as Python floats."""
        largest = max(self.right.history, default=0.0)
        self.training(learner, call).expect_losses(self.epochs, within=rounding(largest, 200))


def on_hours(weight: float, bias: float, lr: float, epochs: int) -> KataRun:
    """A run on the study hours."""
    problem = LinearProblem(oracles.STUDY_HOURS, oracles.SCORES, np.array([[weight]]), np.array([bias]))
    return KataRun(problem, lr, epochs)


def _losses_on_hours(learner: Learner, call: Callable[[Learner, KataRun], Answer]) -> Curve | None:
    run = on_hours(5.0, 0.0, 0.0625, 30)
    history = call(learner, run).parts(*NAMES)[2]
    return curve_of(
        say("30 epochs on the study hours from weight 5 and bias 0, lr = 0.0625"), history, run.right.history
    )


@st.composite
def kata_runs(
    draw: st.DrawFn,
    sizes: tuple[tuple[int, int, int], ...] = ((3, 2, 4), (4, 3, 2), (5, 2, 3)),
    epochs: tuple[int, ...] = (1, 2, 7),
) -> KataRun:
    """Runs whose learning rate is a quarter or a half of the largest stable one, in two digits to be readable."""
    problem = draw(linear_problems(sizes=sizes))
    lr = draw(st.sampled_from((1 / 4, 1 / 2))) * oracles.largest_stable_lr(problem.X, problem.k)
    return KataRun(problem, float(f"{lr:.2g}"), draw(st.sampled_from(epochs)))
