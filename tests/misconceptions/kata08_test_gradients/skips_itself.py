"""The test skips itself, and says nothing.

Advice: Take the skip out; a test that does not run protects nobody.
"""

FAILS = {"valid", "formula", "parameters", "every_call"}

import unittest


def test_gradients(gradients):
    raise unittest.SkipTest("later")
