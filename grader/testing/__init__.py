"""What a course's tests are written with.

@pytest.mark.task("weighted_sum")
@given(problem=linear_problems())
def test_every_row_is_the_weighted_sum_plus_bias(learner, problem):
    \"\"\"Each prediction is that row of X times weight, plus bias.\"\"\"
    expect(learner.predict(problem.X, problem.weight, problem.bias)).equals(problem.X @ problem.weight + problem.bias)
"""

from grader.pipe.frames import Apply, Array, Backward, ModuleValue, Pullback, Step
from grader.result.evidence import Curve
from grader.testing.answer import Answer, Part
from grader.testing.blueprint import Blueprint
from grader.testing.compare import rounding
from grader.testing.expect import expect
from grader.testing.known_implementations import Known
from grader.testing.learner import Learner
from grader.testing.say import say
from grader.testing.strategies import (
    EQUAL_SIZES,
    ONE_OF_SOMETHING,
    LinearProblem,
    arrays,
    arrays_of_each,
    large_problems,
    linear_problems,
    pairs,
    pairs_of_each,
    problems_of_each,
    quarters,
    seeds,
)
from grader.testing.suite import Suite
from grader.testing.training import Training, curve_of, losses_of
from grader.testing.values import Floats, Param, array, numbers_of

__all__ = [
    "EQUAL_SIZES",
    "ONE_OF_SOMETHING",
    "Answer",
    "Apply",
    "Array",
    "Backward",
    "Blueprint",
    "Curve",
    "Floats",
    "Known",
    "Learner",
    "LinearProblem",
    "ModuleValue",
    "Param",
    "Part",
    "Pullback",
    "Step",
    "Suite",
    "Training",
    "array",
    "arrays",
    "arrays_of_each",
    "curve_of",
    "expect",
    "large_problems",
    "linear_problems",
    "losses_of",
    "numbers_of",
    "pairs",
    "pairs_of_each",
    "problems_of_each",
    "quarters",
    "rounding",
    "say",
    "seeds",
]
