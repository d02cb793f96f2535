"""Which calls of a test may be made in one go."""

import numpy as np

from grader.judge.independence import independent_calls
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Array, Call, Printed, Returned
from grader.testing import array


def made(argument: Array, result: Array) -> Exchange:
    """A call of a function with one table, and what it returned."""
    reply = Returned((result,), (argument,), None, False, "float32", True, (), Printed())
    return Exchange(Call("f", (argument,)), reply)


ONE, TWO, THREE = (array(np.array([first, 2.0])) for first in (1.0, 5.0, 9.0))


def test_calls_with_tables_of_their_own_are_independent() -> None:
    """What one returns says nothing of another."""
    exchanges = [made(ONE, TWO), made(THREE, ONE)]

    assert independent_calls(exchanges) == tuple(one.call for one in exchanges)


def test_a_call_that_carries_the_answer_to_an_earlier_one_waits() -> None:
    """A learner's process would have the expected value before it has to compute it."""
    rounded = array(np.array([5.0 + 2**-10, 2.0]))

    assert independent_calls([made(ONE, TWO), made(rounded, THREE), made(THREE, ONE)]) == (Call("f", (ONE,)),)


def test_a_table_that_comes_back_as_it_was_is_no_answer() -> None:
    """The same table may be passed again."""
    exchanges = [made(ONE, ONE), made(ONE, TWO)]

    assert independent_calls(exchanges) == tuple(one.call for one in exchanges)
