"""The untrusted half: imports torch, runs the learner's code, answers calls.

It is sent a source and calls, never a test, an expected value, a solution or a result file. Whatever it replies, the
judge decides.
"""
