"""A learner's module may import what is already loaded or part of the interpreter itself, and nothing else.

A locked-down worker could not open a module's file anyway. The refusal is the same where files could still be opened:
marks must not depend on the system. `grader/worker/preload.py` lists what is loaded before.
"""

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec


class _Refusal(MetaPathFinder):
    """A finder that finds nothing and says so."""

    def find_spec(self, fullname: str, *_where: object) -> ModuleSpec | None:
        raise ModuleNotFoundError(f"{fullname} is not available while grading", name=fullname)


def refuse_further_imports(root: str) -> None:
    """Allow no import from now on but of what is loaded or part of the interpreter itself.

    Args:
        root: the folder from which `grader` was imported; learners' code must not find it.
    """
    sys.path[:] = [entry for entry in sys.path if entry != root]
    sys.argv[:] = sys.orig_argv[:] = [""]  # they hold the judge's command line for this process
    sys.meta_path[:] = [BuiltinImporter, FrozenImporter, _Refusal()]
