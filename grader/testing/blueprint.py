"""What a test passes in place of an object that only the worker can have: a model, a loss, an optimizer."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from grader.pipe.frames import Array


class Blueprint(ABC):
    """The description of an object that the worker makes for a call.

    A course's own kinds are frozen dataclasses in `tests/blueprints.py`. The function of the same name in
    `tests/builders.py`, which runs in the worker, makes the object: the fields are its arguments, arrays arrive as
    tensors, blueprints as objects.

    Attributes:
        optimizes: the builder also gets `parameters`, those of the first module among the call's arguments.
    """

    optimizes: ClassVar[bool] = False

    @abstractmethod
    def code(self) -> str:
        """The Python expression that makes such an object, for reports."""

    def numbers(self) -> Mapping[str, Array]:
        """What reports show of it below the call, by attribute."""
        return {}
