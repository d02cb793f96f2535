"""What is imported before the learner's code runs, and the refusal of everything else.

A worker that is locked down cannot open a file, so what a module would load at its first use must be there already. The
refusal is the same where files could still be opened: marks must not depend on the system.
"""

import contextlib
import importlib
import io
import os
import sys
import types
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
from pathlib import Path
from typing import Any

# of torch, what it loads at the first use of something that a course may need
_TORCH = (
    "torch.backends.opt_einsum",  # older versions load it at the first torch.einsum
    "torch._subclasses.schema_check_mode",
    "torch.utils.data",
    "torch.utils.serialization.config",
    "torch.profiler._cupti_monitor",
    "torch.optim.lr_scheduler",
)
# of NumPy, what is an attribute of it and loaded when it is first asked for
_NUMPY = ("numpy.random", "numpy.linalg", "numpy.fft", "numpy.polynomial", "numpy.testing", "numpy.ma")
# of the standard library, what learners import and torch has not imported yet
_STANDARD = (
    *("_strptime", "array", "bisect", "calendar", "cmath", "colorsys", "csv", "decimal", "doctest", "fractions"),
    *("getpass", "graphlib", "heapq", "html", "json", "locale", "pprint", "random", "sched", "secrets", "statistics"),
    *("string", "textwrap", "timeit", "tracemalloc", "unicodedata", "unittest", "uuid", "zoneinfo"),
)
# for files that say what they are written in
_ENCODINGS = ("ascii", "cp1252", "cp949", "euc_kr", "iso8859_1", "latin_1", "utf_16", "utf_8_sig")


def preload() -> None:
    """Import everything that a learner's code may ask for."""
    for name in (*_TORCH, *_NUMPY, *_STANDARD, *(f"encodings.{name}" for name in _ENCODINGS)):
        # torch's own parts come and go with its version, and a small Python may lack a module
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    _look_the_processor_up()


def _look_the_processor_up() -> None:
    """Have torch read what the processor can do, from files, which half precision asks for; no tensor is made."""
    import torch

    torch.backends.cpu.get_cpu_capability()


def import_all(names: Sequence[str]) -> None:
    """Import what is asked for by name; raises ImportError."""
    for name in names:
        # parts that only some versions of torch have may be missing; nothing that a course names is of them
        with contextlib.suppress(ImportError) if name.startswith("torch._decomp.") else contextlib.nullcontext():
            importlib.import_module(name)


def ready_hypothesis() -> None:
    """Let Hypothesis, if it is loaded, do now what it does at its first test; a locked-down worker could not.

    It would look for constants in the files of all modules: they must not decide which examples a learner's test sees.
    """
    hypothesis: Any = sys.modules.get("hypothesis")
    if hypothesis is None:
        return
    providers: Any = sys.modules.get("hypothesis.internal.conjecture.providers")
    if hasattr(providers, "_get_local_constants"):  # versions before 6.131 have none
        providers._get_local_constants = lambda: providers._local_constants
    # a failing test is looked for in its file, and for that the folder is asked for, which is refused later
    folder = str(Path.cwd())
    os.getcwd = lambda: folder
    # and of every frame that a failure passed: where no file can be seen, all modules are looked through for its name
    for name in ("hypothesis.core", "hypothesis.internal.escalation"):
        inside: Any = sys.modules.get(name)
        if hasattr(inside, "get_trimmed_traceback"):
            inside.get_trimmed_traceback = _whole_traceback
    strategies = importlib.import_module("hypothesis.strategies")
    numbers = strategies.lists(strategies.integers() | strategies.floats(), max_size=3)

    def fails(drawn: list[float]) -> None:
        assert not drawn

    test = hypothesis.settings(database=None, deadline=None, max_examples=20)(hypothesis.given(numbers)(fails))
    with contextlib.suppress(AssertionError), contextlib.redirect_stdout(io.StringIO()):
        test()
    import torch

    torch.testing.assert_close(torch.zeros(1), torch.zeros(1))  # what tests compare with has imports of its own


def _whole_traceback(exception: BaseException | None = None) -> types.TracebackType | None:
    error = sys.exc_info()[1] if exception is None else exception
    return None if error is None else error.__traceback__


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
