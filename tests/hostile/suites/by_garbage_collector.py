"""Searches all objects of the process for an implementation, a verdict, a name."""

import gc
import types


def test_objects(mse_loss):
    for thing in gc.get_objects():
        if isinstance(thing, types.FunctionType) and thing.__name__ == "mse_loss":
            assert "mean" in str(thing.__code__.co_names)
        if isinstance(thing, str) and ("sum_instead_of_mean" in thing or "divided_by" in thing):
            raise AssertionError(thing)
