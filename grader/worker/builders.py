"""The course's builders: functions that make a call's objects, each from the blueprint of the same name."""

import sys
import types
from collections.abc import Callable, Mapping

from grader.pipe.frames import Broken, Builders, Ready

FILENAME = "builders.py"

Builder = Callable[..., object]


class BuilderError(Exception):
    """A builder is missing or raised an exception; the message says which."""


def load_builders(request: Builders, torch: str) -> tuple[Mapping[str, Builder], Ready | Broken]:
    """Run the course's code, which is trusted, and return its functions by name.

    Args:
        request: the code.
        torch: torch's version, for the reply.
    """
    module = types.ModuleType("grader.worker.course_builders")
    sys.modules[module.__name__] = module  # where dataclasses look a class's module up
    try:
        exec(compile(request.source, FILENAME, "exec", dont_inherit=True), module.__dict__)
    except Exception as error:
        return {}, Broken(f"{type(error).__name__}: {error}")
    return {name: thing for name, thing in vars(module).items() if callable(thing)}, Ready(torch)


def call_builder(builders: Mapping[str, Builder], kind: str, fields: Mapping[str, object]) -> object:
    """Return what the builder of this name makes; raises BuilderError."""
    if kind not in builders:
        raise BuilderError(f"{FILENAME} has no function {kind}")
    try:
        return builders[kind](**fields)
    except Exception as error:
        raise BuilderError(f"{kind} in {FILENAME} raised {type(error).__name__}: {error}") from None
