"""What is imported before the learner's code runs; everything else is refused, see `refuse_imports.py`.

A worker that is locked down cannot open a file, so what a module would load at its first use must be there already.
"""

import contextlib
import importlib
import io
import os
import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# parts of torch that it loads at the first use of something that a course may need
_TORCH = (
    "torch.backends.opt_einsum",  # older versions load it at the first torch.einsum
    "torch._subclasses.schema_check_mode",
    "torch.utils.data",
    "torch.utils.serialization.config",
    "torch.profiler._cupti_monitor",
    "torch.optim.lr_scheduler",
)
# attributes of NumPy that are loaded when first used
_NUMPY = ("numpy.random", "numpy.linalg", "numpy.fft", "numpy.polynomial", "numpy.testing", "numpy.ma")
# modules of the standard library that learners import and torch does not
_STANDARD = (
    *("_strptime", "array", "bisect", "calendar", "cmath", "colorsys", "csv", "decimal", "doctest", "fractions"),
    *("getpass", "graphlib", "heapq", "html", "json", "locale", "pprint", "random", "sched", "secrets", "statistics"),
    *("string", "textwrap", "timeit", "tracemalloc", "unicodedata", "unittest", "uuid", "zoneinfo"),
)
# for files that declare their encoding
_ENCODINGS = ("ascii", "cp1252", "cp949", "euc_kr", "iso8859_1", "latin_1", "utf_16", "utf_8_sig")


def preload() -> None:
    """Import everything that a learner's code may ask for."""
    for name in (*_TORCH, *_NUMPY, *_STANDARD, *(f"encodings.{name}" for name in _ENCODINGS)):
        # torch's own parts come and go with its version, and a small Python may lack a module
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    _prepare_generators()
    _read_cpu_capability()


def _prepare_generators() -> None:
    """Let `torch.Generator()` be called: newer versions refuse it until torch's random primitives have done this."""
    import torch

    set_metaclass = getattr(torch._C, "_set_generator_metaclass", None)
    if set_metaclass is not None and "torch._prims.rng_prims" not in sys.modules:
        set_metaclass(importlib.import_module("torch._opaque_base").OpaqueBaseMeta)


def _read_cpu_capability() -> None:
    """Have torch read from files what the processor can do, which it needs for half precision; no tensor is made."""
    import torch

    torch.backends.cpu.get_cpu_capability()


def import_all(names: Sequence[str]) -> None:
    """Import what is asked for by name; raises ImportError."""
    for name in names:
        # these parts only some versions of torch have; no course names one
        with contextlib.suppress(ImportError) if name.startswith("torch._decomp.") else contextlib.nullcontext():
            importlib.import_module(name)


def prepare_hypothesis() -> None:
    """Let Hypothesis, if it is loaded, do now what it does at its first test; a locked-down worker could not.

    It would also collect constants from the files of all modules, which must not influence the examples that a
    learner's test sees.
    """
    hypothesis: Any = sys.modules.get("hypothesis")
    if hypothesis is None:
        return
    providers: Any = sys.modules.get("hypothesis.internal.conjecture.providers")
    if hasattr(providers, "_get_local_constants"):  # versions before 6.131 have none
        providers._get_local_constants = lambda: providers._local_constants
    # for a failing test it asks for the current folder, which is refused later
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
