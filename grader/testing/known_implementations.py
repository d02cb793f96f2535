"""Which implementations a learner's tests are run on: right ones and wrong ones of the catalogue, or written out."""

import ast
from collections.abc import Callable
from dataclasses import dataclass

from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS
from grader.course.file import Course, Exercise
from grader.pipe.errors import GraderFault
from grader.source.module import Source, SourceProblem, parse
from grader.source.regular_files import read_module
from grader.testing.false_alarm import FalseAlarm

SOLUTION = "solution"  # the name of the solution among right implementations

Reason = Callable[[FalseAlarm], str]


@dataclass(frozen=True)
class Known:
    """The implementations that some tests are run on.

    Attributes:
        right: names in `tests/alternatives`, and `SOLUTION`.
        wrong: names in `tests/misconceptions`.
        written: wrong ones that are written out, by name: for public tests, which give no answer away.
        parameters: the names with which reports show a call.
        function: what the page calls the function under test; "" if that is its own name.
        reason: why what a right one returned for a call is right, in a sentence or two.
    """

    parameters: tuple[str, ...] = ()
    function: str = ""
    reason: Reason | None = None
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    written: tuple[tuple[str, str], ...] = ()


def implementations_of(course: Course, exercise: Exercise, known: Known) -> tuple[dict[str, Source], dict[str, str]]:
    """The modules by name, and the diagnosis of each wrong one.

    Raises:
        GraderFault: one of them is not at hand, as in a bundle for learners.
    """
    # by the name alone: a bundle of this track may not have the other exercise
    tested = exercise.tests_of
    folders = dict.fromkeys(known.right, course.root / ALTERNATIVES / tested)
    folders |= dict.fromkeys(known.wrong, course.root / MISCONCEPTIONS / tested)
    modules: dict[str, Source] = {}
    diagnoses: dict[str, str] = {}
    for name, folder in folders.items():
        path = folder / f"{name}.py" if name != SOLUTION else course.root / "solutions" / f"{tested}.py"
        source = read_module(tested, path)
        if isinstance(source, SourceProblem):
            raise GraderFault(f"the implementations for {exercise.name} are missing. {path}: {source.message}")
        modules[name] = source
        if name in known.wrong:
            diagnoses[name] = (ast.get_docstring(ast.parse(source.code)) or "").partition("\n")[0]
    for name, text in known.written:
        written = parse(tested, text.format(exercise.functions[0]).encode())
        assert isinstance(written, Source)
        modules[name] = written
    return modules, diagnoses
