"""The test skips itself, and says nothing.

Advice: Take the skip out; a test that does not run protects nobody.
"""

FAILS = {"valid", "steps", "history", "log"}

import unittest


def test_train(train):
    raise unittest.SkipTest("later")
