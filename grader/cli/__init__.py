"""The command line: each file has the commands of one reader."""

from grader.cli.main import main

__all__ = ["main"]
