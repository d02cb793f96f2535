"""The known answers of a course: wrong ones, which must fail, and right ones, which must get full marks."""

import ast
from dataclasses import dataclass
from pathlib import Path

from grader.course.file import Course, Exercise
from grader.source.module import Source, SourceProblem
from grader.source.regular_files import read_module

MISCONCEPTIONS = "tests/misconceptions"
ALTERNATIVES = "tests/alternatives"
EDITS = "tests/edits"


@dataclass(frozen=True)
class Misconception:
    """A known wrong answer.

    Attributes:
        name: the file's stem.
        source: the module.
        diagnosis: the docstring's first line.
        advice: the rest of the docstring.
        fails: the tasks that it must fail.
        same_as: known wrong answers with the same cause, or one that no test can tell apart.
    """

    name: str
    source: Source
    diagnosis: str
    advice: str
    fails: frozenset[str]
    same_as: "tuple[Misconception, ...]" = ()

    def says_the_same_as(self, other: "Misconception") -> bool:
        """Whether a report says the same of both: modules that behave alike share their docstring."""
        words = (other.diagnosis, other.advice)
        return words == (self.diagnosis, self.advice) or any(one.says_the_same_as(other) for one in self.same_as)


class ProofError(Exception):
    """A module of the catalogue does not have the expected form; one sentence with its file."""


def modules_in(course: Course, tree: str, exercise: Exercise) -> list[Path]:
    """The modules that lie in `tree` for this exercise, by name."""
    return sorted((course.root / tree / exercise.name).glob("*.py"))


def edits_path(course: Course, exercise: Exercise) -> Path:
    """Where the edits of the exercise's right program are."""
    return course.root / EDITS / f"{exercise.name}.toml"


def read_known(path: Path, exercise: Exercise) -> Source:
    """Read a module of the catalogue under the exercise's own name; raises ProofError."""
    source = read_module(exercise.name, path, exercise.functions)
    if isinstance(source, SourceProblem):
        raise ProofError(f"{path}: {source.message}")
    return source


def read_misconception(path: Path, exercise: Exercise) -> Misconception:
    """Read a wrong module with its docstring and its FAILS; raises ProofError."""
    source = read_known(path, exercise)
    tree = ast.parse(source.code)
    diagnosis, advice = _words(path, tree)
    fails: object = None
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="FAILS")], value=value):
                fails = ast.literal_eval(value)
    known = {task.id for task in exercise.tasks}
    if not isinstance(fails, set) or not fails or not fails <= known:
        raise ProofError(f"{path}: FAILS should be a set of some of: {', '.join(sorted(known))}")
    return Misconception(path.stem, source, diagnosis, advice, frozenset(fails))


def read_words(path: Path) -> tuple[str, str]:
    """What a wrong module's docstring says: the diagnosis and the advice; raises ProofError."""
    try:
        return _words(path, ast.parse(path.read_bytes()))
    except SyntaxError as error:
        raise ProofError(f"{path}: {error}") from None


def _words(path: Path, tree: ast.Module) -> tuple[str, str]:
    diagnosis, _, advice = (ast.get_docstring(tree) or "").partition("\n")
    if not diagnosis or not advice.strip():
        raise ProofError(f"{path}: the docstring should have a first line (the diagnosis) and then the advice")
    return diagnosis.strip(), " ".join(advice.split()).removeprefix("Advice: ")
