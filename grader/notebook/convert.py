"""A learner's work from modules to a notebook, and back.

A module becomes the one cell that is marked to belong to its exercise, line for line; on the way back, marked cells are
taken as they are, and what their functions need from other cells comes before them.
"""

import io
import tokenize
from dataclasses import dataclass
from pathlib import Path

from grader.course.file import Course, Exercise
from grader.course.stubs import StubError, free_name, pristine_stub
from grader.notebook.build import as_text, build_notebook
from grader.source.files import MAX_SOURCE, read_plain_file
from grader.source.module import Source, SourceProblem, parse
from grader.submission.notebook.cells import Cell, Notebook, NotebookError
from grader.submission.notebook.collection import read_notebook_file
from grader.submission.notebook.definitions import Statement
from grader.submission.notebook.magics import magics_as_comments
from grader.submission.notebook.module import Definitions, Found


class ConvertError(Exception):
    """Why work cannot be carried over, in one sentence that names the file."""


@dataclass(frozen=True)
class Written:
    """A module that was written: where, and where the one that was there before is kept."""

    path: Path
    backup: Path | None


# ---- from modules to a notebook ----


def notebook_from_modules(course: Course, folder: Path) -> str:
    """Return the text of a notebook of the whole course with the work in a folder of modules.

    Exercises that the folder does not have are stubs.

    Raises:
        ConvertError: there is no module, or one cannot be read as text.
    """
    work: dict[str, str] = {}
    for exercise in course.exercises:
        path = folder / f"{exercise.name}.py"
        if path.exists():
            work[exercise.name] = _read_text(path)
    if not work:
        raise ConvertError(f"{folder}: there is no module here like {course.exercises[0].name}.py")
    return as_text(build_notebook(course, course.exercises, work))


def _read_text(path: Path) -> str:
    content = read_plain_file(path, MAX_SOURCE)
    if isinstance(content, SourceProblem):
        raise ConvertError(content.message)
    try:
        encoding, _lines = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
    except (SyntaxError, UnicodeDecodeError) as error:
        raise ConvertError(f"{path}: cannot be read as text ({error})") from None
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


# ---- from a notebook to modules ----


def modules_from_notebook(course: Course, path: Path, folder: Path) -> list[Written]:
    """Write the work in a notebook as modules; a module that is there already, and is not the same, is kept beside it.

    Raises:
        ConvertError: the notebook cannot be read, or holds nothing of any exercise.
    """
    try:
        notebook = read_notebook_file(path)
    except NotebookError as error:
        raise ConvertError(str(error)) from None
    definitions = Definitions(course, notebook)
    texts = {exercise: _module_text(exercise, notebook, definitions.find(exercise)) for exercise in course.exercises}
    found = {exercise: text for exercise, text in texts.items() if text is not None}
    if not found:
        raise ConvertError(f"{path}: there is no function of any exercise in it")
    folder.mkdir(parents=True, exist_ok=True)
    written = [_write(course, folder / f"{exercise.name}.py", exercise, text) for exercise, text in found.items()]
    return [one for one in written if one is not None]


def _module_text(exercise: Exercise, notebook: Notebook, found: Found) -> str | None:
    own = [cell for cell in notebook.cells if cell.exercise == exercise.name and cell.role == "work"]
    if not own and found.broken is not None:
        own = [found.broken]  # it cannot be read, and is the learner's work all the same
    elsewhere = [one for one in found.statements if one.cell not in own]
    pieces = ["\n\n\n".join(map(_as_module, own))] if own else []
    if elsewhere:
        # what the answer needs comes before it; an answer outside its cell comes behind the stub, which it replaces
        answered = bool(found.winners) and all(one.cell in own for one in found.winners)
        pieces.insert(0 if answered else len(pieces), "\n\n\n".join(map(_with_comments, elsewhere)))
    return "\n\n\n".join(pieces) if pieces else None


def _as_module(cell: Cell) -> str:
    """The cell's text; where Python cannot read it, with what only IPython understands as comments."""
    return cell.text if isinstance(parse("cell", cell.text.encode()), Source) else magics_as_comments(cell.text)


def _with_comments(statement: Statement) -> str:
    """A definition with the comments right above it."""
    lines = statement.cell.text.split("\n")
    first = statement.line - 1
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return "\n".join([*lines[first : statement.line - 1], *statement.text])


def _write(course: Course, path: Path, exercise: Exercise, text: str) -> Written | None:
    content = _encoded(f"{text}\n")
    there = read_plain_file(path, MAX_SOURCE) if path.exists() or path.is_symlink() else b""
    if there == content:
        return None
    source = parse(exercise.name, content)
    if isinstance(source, Source) and not any(map(source.is_attempted, exercise.functions)) and there:
        return None  # a stub takes no file's place
    # a stub as it came holds nothing to keep
    backup = free_name(path) if there and there != _stub(course, exercise) else None
    if backup is not None:
        path.rename(backup)
    path.write_bytes(content)
    return Written(path, backup)


def _stub(course: Course, exercise: Exercise) -> bytes | None:
    try:
        return pristine_stub(course, exercise).encode()
    except StubError:
        return None


def _encoded(text: str) -> bytes:
    # a first line may say "coding: latin-1", as it did in the module that the cell was made from
    content = text.encode()
    try:
        encoding, _lines = tokenize.detect_encoding(io.BytesIO(content).readline)
        return text.encode(encoding)
    except (SyntaxError, UnicodeEncodeError):
        return content
