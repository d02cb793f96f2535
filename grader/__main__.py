"""`python -m grader`."""

import sys
from pathlib import Path

# `python -m` puts the folder we are in first on the path. It may be a learner's: a json.py in it must not become ours.
_here = {"", str(Path.cwd())}
sys.path[:] = [entry for entry in sys.path if entry not in _here] + [str(Path(__file__).resolve().parent.parent)]

from grader.cli.main import main  # noqa: E402  # only after the path is clean

main()
