"""A plain `pytest` runs the exercises' tests on the solutions."""

pytest_plugins = ("grader.judge.plugin",)
