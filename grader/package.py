"""Where this package lies."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent  # what must be on a process's path so that it can import `grader`
