"""A learner's work from modules to a notebook, and back.

A module becomes the one cell that is marked to belong to its exercise, line for line; on the way back, marked cells are
taken as they are, and what their functions need from other cells comes before them.
"""

from dataclasses import dataclass
from pathlib import Path

from grader.course.attempt import is_attempted
from grader.course.file import Course, Exercise
from grader.course.stubs import StubError, free_name, pristine_stub, write_and_keep
from grader.messages import _
from grader.notebook.build import as_text, build_notebook
from grader.reader.questions import AskText, Decoded
from grader.source.decoding import declared_encoding
from grader.source.facts import Unparsed
from grader.source.module import Source, SourceProblem
from grader.source.place import shown_name, shown_path
from grader.source.regular_files import MAX_SOURCE, read_plain_file
from grader.submission.notebook.collection import read_texts
from grader.submission.reader_process import Reader, reading_in


class ConvertError(Exception):
    """Why work cannot be carried over, in one sentence that names the file."""


@dataclass(frozen=True)
class WrittenModule:
    """A module that was written: where, and where the one that was there before is kept."""

    path: Path
    backup: Path | None


# ---- from modules to a notebook ----


def notebook_from_modules(course: Course, folder: Path, reader: Reader | None = None) -> str:
    """Return the text of a notebook of the whole course with the work in a folder of modules.

    Exercises that the folder does not have are stubs.

    Args:
        course: the course.
        folder: where the modules are.
        reader: in which they are read; by default one of its own.

    Raises:
        ConvertError: there is no module, or one cannot be read as text.
    """
    work: dict[str, str] = {}
    with reading_in(reader) as own:
        for exercise in course.exercises:
            path = folder / f"{exercise.name}.py"
            if path.exists():
                work[exercise.name] = _read_text(path, own)
    if not work:
        sentence = _("{path}: there is no module here like {example}.py")
        raise ConvertError(sentence.format(path=folder, example=course.exercises[0].name))
    return as_text(build_notebook(course, course.exercises, work))


def _read_text(path: Path, reader: Reader) -> str:
    content = read_plain_file(path, MAX_SOURCE)
    if isinstance(content, bytes):
        answer = reader.ask(AskText(content), shown_name(path), Decoded, Unparsed, content)
        if isinstance(answer, Decoded):
            return answer.text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
        content = answer if isinstance(answer, SourceProblem) else SourceProblem(answer.error)
        sentence = _("{path}: cannot be read as text ({why})")
        raise ConvertError(sentence.format(path=shown_name(path), why=content.message))
    raise ConvertError(content.message)


# ---- from a notebook to modules ----


def modules_from_notebook(
    course: Course, path: Path, folder: Path, reader: Reader | None = None
) -> list[WrittenModule]:
    """Write the work in a notebook as modules; a module that is there already, and is not the same, is kept beside it.

    Args:
        course: the course.
        path: the notebook.
        folder: where the modules go.
        reader: in which it is read; by default one of its own.

    Raises:
        ConvertError: the notebook cannot be read, or holds nothing of any exercise.
    """
    with reading_in(reader) as own:
        texts = read_texts(own, course, path)
        if isinstance(texts, SourceProblem):
            raise ConvertError(texts.message)
        found = [(exercise, texts[exercise.name]) for exercise in course.every_exercise if exercise.name in texts]
        if not found:
            raise ConvertError(_("{path}: there is no function of any exercise in it").format(path=shown_path(path)))
        folder.mkdir(parents=True, exist_ok=True)
        written = [_write(course, folder / f"{exercise.name}.py", exercise, text, own) for exercise, text in found]
    return [one for one in written if one is not None]


def _write(course: Course, path: Path, exercise: Exercise, text: str, reader: Reader) -> WrittenModule | None:
    content = _encoded(f"{text}\n")
    there = read_plain_file(path, MAX_SOURCE) if path.exists() or path.is_symlink() else b""
    if there == content:
        return None
    source = reader.text(exercise.name, path.name, content, exercise.functions)
    if isinstance(source, Source) and not is_attempted(course, exercise, source) and there:
        return None  # a stub takes no file's place
    # a stub as it came holds nothing to keep
    backup = free_name(path) if there and there != _stub(course, exercise) else None
    write_and_keep(path, content, backup)
    return WrittenModule(path, backup)


def _stub(course: Course, exercise: Exercise) -> bytes | None:
    try:
        return pristine_stub(course, exercise).encode()
    except StubError:
        return None


def _encoded(text: str) -> bytes:
    # a first line may say "coding: latin-1", as it did in the module that the cell was made from
    content = text.encode()
    try:
        return text.encode(declared_encoding(content))
    except (LookupError, ValueError):
        return content
