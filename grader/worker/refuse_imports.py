"""What a learner's module may import: what is loaded already, or part of the interpreter itself, and nothing else.

A locked-down worker could not open a module's file anyway. The refusal is the same where files could still be opened:
marks must not depend on the system. What is loaded before says `grader/worker/preload.py`.
"""

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec


class _Refusal(MetaPathFinder):
    """A finder that finds nothing and says so."""

    def find_spec(self, fullname: str, *_where: object) -> ModuleSpec | None:
        raise ModuleNotFoundError(f"{fullname} is not available while grading", name=fullname)


def refuse_further_imports(root: str) -> None:
    """From now on only what is loaded, or part of the interpreter itself, can be imported.

    Args:
        root: the folder from which `grader` was imported; nothing that runs from here on shall see it.
    """
    sys.path[:] = [entry for entry in sys.path if entry != root]
    sys.argv[:] = sys.orig_argv[:] = [""]  # they hold what the judge asked of this process
    sys.meta_path[:] = [BuiltinImporter, FrozenImporter, _Refusal()]
