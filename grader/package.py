"""Which version of the grader this is, where its package lies, the texts in it, and the packages that it needs."""

import gc
import importlib.util
import re
from functools import cache
from pathlib import Path

VERSION = "0.1.0"
PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent  # what must be on a process's path so that it can import `grader`
COMMAND = "python -m grader"  # as learners call it
_PLACE = re.compile(r"@@([A-Z]+)@@")
_NEEDED = ("msgspec", "numpy", "torch")  # by the processes that run learners' code


def collect_seldom() -> None:
    """Let the garbage collector run less often: by default it would scan all modules dozens of times in a run."""
    gc.set_threshold(100_000, 50, 50)


@cache
def dependency_folders() -> tuple[str, ...]:
    """The folders in which this process finds what a worker imports: the user's own packages, or PYTHONPATH, for two.

    An isolated interpreter does not look there by itself. The current folder is never one of them.
    """
    specs = [spec for name in _NEEDED if (spec := importlib.util.find_spec(name)) is not None]
    folders = [str(Path(spec.origin).parent.parent) for spec in specs if spec.origin is not None]
    return tuple(folder for folder in dict.fromkeys(folders) if folder not in (str(ROOT), str(Path.cwd())))


def template(room: str, name: str, /, **values: str) -> str:
    """Return the text `name` of a room's `templates/` with every `@@NAME@@` in it replaced.

    Raises:
        KeyError: a value is missing.
    """
    text = (PACKAGE / room / "templates" / name).read_text(encoding="utf-8")
    return _PLACE.sub(lambda match: values[match[1].lower()], text)
