"""Stubs from solutions: each marked body is replaced by a NotImplementedError that says what to do.

The form is two whole lines, `# BEGIN SOLUTION` and `# END SOLUTION`, around the body of a function below its docstring.
An exercise that hands out a program (`given = true`) keeps it in `exercises/.stubs`, where a bundle keeps all stubs.
"""

import ast
import itertools
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from grader.course.attempt import is_attempted
from grader.course.file import HANDED_OUT, Course, Exercise
from grader.course.translation import with_translated_docstrings
from grader.messages import _, language
from grader.result.writing import WriteError, write_file, write_text
from grader.source.module import Source, parse

BEGIN = "# BEGIN SOLUTION"
END = "# END SOLUTION"
_FOR_TYPES = re.compile(r"\s+# type: ignore\[[\w-]+\]$")
_NARROWING = re.compile(r"\s*assert [\w.]+ is not None")


class StubError(Exception):
    """Markers are misplaced; one sentence with file and line."""


@dataclass(frozen=True)
class _Block:
    """Line numbers, from 1, of a BEGIN marker and its END."""

    begin: int
    end: int


def make_stub(solution: str, filename: str) -> str:
    """Return the stub of a solution's source.

    Signatures, type hints, docstrings and everything outside the markers stay.

    Args:
        solution: the module's text.
        filename: what errors call it.

    Raises:
        StubError: nested, unclosed, empty or misplaced markers, or no marker at all.
    """
    lines = solution.splitlines()
    blocks = _blocks(lines, filename)
    functions = _functions(solution, filename)
    stub: list[str] = []
    line = 1
    for block in blocks:
        function = _function_around(block, functions, filename)
        stub += lines[line - 1 : block.begin - 1]
        indent = " " * (len(lines[block.begin - 1]) - len(lines[block.begin - 1].lstrip()))
        stub += _placeholder(function, indent)
        line = block.end + 1
    stub += lines[line - 1 :]
    text = "\n".join(stub) + "\n"
    ast.parse(text, filename)  # a stub that Python cannot read is our mistake
    return text


def _blocks(lines: list[str], filename: str) -> list[_Block]:
    found: list[_Block] = []
    begin: int | None = None
    for number, line in enumerate(lines, start=1):
        marker = line.strip()
        if marker not in (BEGIN, END):
            if BEGIN in line or END in line:
                raise StubError(f"{filename}, line {number}: a marker must stand alone on its line")
            continue
        if marker == BEGIN and begin is not None:
            raise StubError(f"{filename}, line {number}: {BEGIN} inside the block that began in line {begin}")
        if marker == END and begin is None:
            raise StubError(f"{filename}, line {number}: {END} without {BEGIN}")
        if marker == BEGIN:
            begin = number
        elif begin is not None:
            if not any(text.strip() for text in lines[begin : number - 1]):
                raise StubError(f"{filename}, line {begin}: the block is empty")
            found.append(_Block(begin, number))
            begin = None
    if begin is not None:
        raise StubError(f"{filename}, line {begin}: {BEGIN} is never closed")
    if not found:
        raise StubError(f"{filename}: there is no {BEGIN}")
    return found


def solution_lines(solution: str) -> list[str]:
    """The lines between the markers, dedented; raises StubError.

    Lines that only a type checker needs are left out.
    """
    lines = solution.splitlines()
    bodies = ["\n".join(lines[block.begin : block.end - 1]) for block in _blocks(lines, "the solution")]
    shown = textwrap.dedent("\n\n".join(bodies)).splitlines()
    return [_FOR_TYPES.sub("", line) for line in shown if not _NARROWING.fullmatch(line)]


def _functions(solution: str, filename: str) -> list[ast.FunctionDef]:
    try:
        tree = ast.parse(solution, filename)
    except SyntaxError as error:
        raise StubError(f"{filename}, line {error.lineno}: {error.msg}") from None
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _function_around(block: _Block, functions: list[ast.FunctionDef], filename: str) -> ast.FunctionDef:
    for function in functions:
        body = function.body[1:] if ast.get_docstring(function) else function.body
        inside = [one for one in body if one.lineno > block.begin and (one.end_lineno or one.lineno) < block.end]
        if body and inside == body and function.lineno < block.begin:
            return function
    raise StubError(f"{filename}, line {block.begin}: a block should hold the whole body of a function, and no more")


def _placeholder(function: ast.FunctionDef, indent: str) -> list[str]:
    summary = (ast.get_docstring(function) or function.name).splitlines()[0].replace('"', "'")
    one_line = f'{indent}raise NotImplementedError("{summary}")'
    if len(one_line) <= 120:
        return [one_line]
    return [f"{indent}raise NotImplementedError(", f'{indent}    "{summary}"', f"{indent})"]


def current_stub(course: Course, exercise: Exercise) -> str:
    """Return the stub of the exercise's solution as it is now, or the file that is handed out; raises StubError."""
    if exercise.given:
        return _kept(course, exercise)
    path = course.path("solutions", exercise)
    if not path.is_file():
        raise StubError(f"{path}: there is no solution here to make a stub from")
    return make_stub(path.read_text(encoding="utf-8"), str(path.relative_to(course.root)))


def pristine_stub(course: Course, exercise: Exercise) -> str:
    """Return the stub as learners get it, in the chosen language; raises StubError.

    It is made from the solution, or was kept by a bundle.
    """
    if course.path("solutions", exercise).is_file():
        return in_chosen_language(exercise, current_stub(course, exercise))
    return in_chosen_language(exercise, _kept(course, exercise))


def _kept(course: Course, exercise: Exercise) -> str:
    kept = course.root / HANDED_OUT / f"{exercise.name}.py"
    if kept.is_file():
        return kept.read_text(encoding="utf-8")
    sentence = _("{name}: there is neither a solution nor a kept stub here; take the file from the course")
    raise StubError(sentence.format(name=exercise.name))


def in_chosen_language(exercise: Exercise, stub: str) -> str:
    """Return a stub with its docstrings in the language that the learner chose; a program stays as it is given."""
    return stub if exercise.given or language() == "en" else with_translated_docstrings(stub)


def stale_stubs(course: Course, exercises: tuple[Exercise, ...] | None = None) -> list[Path]:
    """The stubs (of these exercises, or of all) that are not what the solutions make; raises StubError."""
    found = []
    for exercise in course.every_exercise if exercises is None else exercises:
        path = course.path("exercises", exercise)
        if not path.is_file() or path.read_text(encoding="utf-8") != current_stub(course, exercise):
            found.append(path)
    return found


def holds_work(course: Course, path: Path, exercise: Exercise) -> bool:
    """Whether a learner has written something into this stub."""
    if not path.is_file():
        return False
    source = parse(exercise.name, path.read_bytes())
    # a file that does not even parse was certainly edited
    return not isinstance(source, Source) or is_attempted(course, exercise, source)


def write_stubs(course: Course) -> list[Path]:
    """Bring every stub up to date and return those that changed; never touches a file that holds work.

    Raises:
        StubError: a solution is missing or its markers are wrong, or a stale stub holds somebody's work.
    """
    if not (course.root / "solutions").is_dir():
        raise StubError(f"{course.root / 'solutions'}: there are no solutions here, so there is nothing to sync from")
    stale = stale_stubs(course)
    for exercise in course.every_exercise:
        path = course.path("exercises", exercise)
        if path in stale and holds_work(course, path, exercise):
            raise StubError(
                f"{path}: somebody has worked in this file. To start it again: grader reset {exercise.name}"
            )
    for exercise in course.every_exercise:
        path = course.path("exercises", exercise)
        if path in stale:
            write_text(path, current_stub(course, exercise))
    return stale


def reset_stub(course: Course, exercise: Exercise) -> Path | None:
    """Put the pristine stub back; what was there is kept beside it. Returns the backup's path, if there was a file."""
    stub = pristine_stub(course, exercise)
    path = course.path("exercises", exercise)
    backup = free_name(path) if path.exists() else None
    write_and_keep(path, stub.encode(), backup)
    return backup


def write_and_keep(path: Path, content: bytes, backup: Path | None) -> None:
    """Write a file after what was there has got the name `backup`; where nothing can be written, it gets its name back.

    Raises:
        WriteError: the system refuses, say because the disk is full.
    """
    if backup is not None:
        path.rename(backup)
    try:
        write_file(path, content)
    except WriteError:
        if backup is not None:
            backup.rename(path)
        raise


def free_name(path: Path) -> Path:
    """An unused name beside this file, for a backup."""
    for number in itertools.count(1):
        backup = path.with_name(f"{path.stem}.backup-{number}.py")
        if not backup.exists():
            break
    return backup
