"""The untrusted half: imports torch, runs the learner's code, answers calls.

It is told a source and calls, never a test, an expected value, a solution or a result file. Whatever it says, the judge
decides.
"""
