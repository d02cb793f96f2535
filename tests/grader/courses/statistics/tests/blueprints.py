"""What tests of this course pass besides numbers."""

from dataclasses import dataclass

from grader.testing import Blueprint


@dataclass(frozen=True)
class Power(Blueprint):
    """A function that raises to a power."""

    exponent: int

    def code(self) -> str:
        """The function."""
        return f"lambda x: x ** {self.exponent}"
