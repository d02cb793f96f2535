"""What a course's test files import from `tests`: their own course's modules, whichever others are loaded."""

import contextlib
import sys
import types
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = "tests"
# The modules of each course's tests, by the course's folder: a part of sys.modules, which is one for the whole process.
# A session that grades again finds them here
_loaded: dict[Path, dict[str, types.ModuleType]] = {}


@contextlib.contextmanager
def tests_of(root: Path) -> Iterator[None]:
    """Let `tests` mean the tests of the course in this folder until the end of the block."""
    before = _take_out()
    sys.modules.update(_loaded.get(root) or {_PACKAGE: _package(root)})
    try:
        yield
    finally:
        _loaded[root] = _take_out()
        sys.modules.update(before)


def _package(root: Path) -> types.ModuleType:
    package = types.ModuleType(_PACKAGE)
    package.__path__ = [str(root / _PACKAGE)]
    return package


def _take_out() -> dict[str, types.ModuleType]:
    names = [name for name in sys.modules if name == _PACKAGE or name.startswith(f"{_PACKAGE}.")]
    return {name: sys.modules.pop(name) for name in names}
