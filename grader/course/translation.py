"""A course in another language: its texts from catalogues that are keyed by the English ones, its pages from a folder.

What only instructors may see is translated where it lies: requirements of hidden tests and diagnoses have catalogues of
their own, and a bundle without these trees has none of their sentences.
"""

import ast
import re
from dataclasses import replace
from pathlib import Path

import msgspec

from grader.course.catalogue import MISCONCEPTIONS
from grader.course.file import Course
from grader.course.tables import Exercise, Task
from grader.language.width import columns
from grader.messages import choose_language, languages, translated

PICTURES = "tests/pictures"  # the program that draws the pages' pictures, with the words in them
COURSE_CATALOGUE = "course.po"  # in the language's folder in exercises/
_LINE = 120
_ENTRY = re.compile(r"\S+: ")  # of an "Args:" section


def catalogues(course: Course, code: str) -> dict[str, Path]:
    """The catalogues of a course by tree, whether or not they are there."""
    return {
        "exercises": course.root / "exercises" / code / COURSE_CATALOGUE,
        "tests/hidden": course.root / "tests" / "hidden" / f"{code}.po",
        MISCONCEPTIONS: course.root / MISCONCEPTIONS / f"{code}.po",
        PICTURES: course.root / PICTURES / f"{code}.po",
    }


def is_translated(course: Course) -> bool:
    """Whether a course has texts in another language."""
    return any((course.root / "exercises" / code).is_dir() for code in languages()[1:])


def speak(course: Course, code: str) -> Course:
    """Make `_()` speak a language, with the sentences of this course, and return the course with its texts in it.

    Args:
        course: as course.toml has it, in English.
        code: one of `grader.messages.languages()`.
    """
    choose_language(code, *(path for tree, path in catalogues(course, code).items() if tree != PICTURES))
    if code == "en":
        return course
    exercises = {exercise.name: _exercise(exercise) for exercise in course.every_exercise}
    return replace(
        course,
        title=translated(course.title),
        finish=translated(course.finish),
        sizes={letter: (translated(one), translated(many)) for letter, (one, many) in course.sizes.items()},
        exercises=tuple(exercises[exercise.name] for exercise in course.exercises),
        every_exercise=tuple(exercises.values()),
        tracks=tuple(msgspec.structs.replace(track, title=translated(track.title)) for track in course.tracks),
        language=code,
    )


def _exercise(exercise: Exercise) -> Exercise:
    tasks = tuple(map(_task, exercise.tasks))
    return msgspec.structs.replace(exercise, title=translated(exercise.title), tasks=tasks)


def _task(task: Task) -> Task:
    return msgspec.structs.replace(task, title=translated(task.title), hints=tuple(map(translated, task.hints)))


# ---- stubs ----


def with_translated_docstrings(module: str) -> str:
    """Return a module, a solution or a stub, with its docstrings in the chosen language; the code stays.

    A stub's NotImplementedError says what to do in the words of the docstring's first line, and so it does then.
    """
    tree = ast.parse(module)
    lines = module.split("\n")
    pieces: list[tuple[ast.Constant, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            first = node.body[0]
            assert isinstance(first, ast.Expr)
            assert isinstance(first.value, ast.Constant)
            indent = " " * first.value.col_offset
            docstring = "\n".join(_docstring_lines(ast.get_docstring(node) or "", len(indent)))
            ended = f"{docstring}\n" if "\n" in docstring else docstring
            pieces.append((first.value, f'"""{ended}"""'.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")))
        elif isinstance(node, ast.Raise):
            match node.exc:
                case ast.Call(func=ast.Name(id="NotImplementedError"), args=[ast.Constant(value=str(said)) as what]):
                    pieces.append((what, f'"{_summary(said)}"'))
    for constant, text in sorted(pieces, key=lambda piece: piece[0].lineno, reverse=True):
        _replace(lines, constant, text)
    return "\n".join(lines)


def _replace(lines: list[str], constant: ast.Constant, text: str) -> None:
    assert constant.end_lineno is not None
    assert constant.end_col_offset is not None
    first, last = constant.lineno - 1, constant.end_lineno - 1
    before = lines[first].encode()[: constant.col_offset].decode()
    after = lines[last].encode()[constant.end_col_offset :].decode()
    lines[first : last + 1] = f"{before}{text}{after}".split("\n")


def _summary(said: str) -> str:
    # the stub has no double quotes in it, where the docstring may have some
    return translated(said).replace('"', "'")


def docstring_sentences(docstring: str) -> list[str]:
    """The pieces of a docstring that are translated one by one: paragraphs, and the entries of a section."""
    return [text for _indent, text in _pieces(docstring) if text]


def _pieces(docstring: str) -> list[tuple[int, str]]:
    """Each piece with its indentation; "" stands between paragraphs."""
    found: list[tuple[int, str]] = []
    for line in docstring.split("\n"):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        continues = bool(found) and bool(found[-1][1]) and not found[-1][1].endswith(":") and bool(text)
        if continues and (indent > found[-1][0] or (indent == found[-1][0] and not _ENTRY.match(text))):
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        else:
            found.append((indent if text else 0, text))
    return found


def _docstring_lines(docstring: str, indent: int) -> list[str]:
    lines: list[str] = []
    for inner, text in _pieces(docstring):
        lines += _filled(translated(text) if text else "", inner, _LINE - indent)
    return lines


def _filled(text: str, indent: int, width: int) -> list[str]:
    """A text as lines of at most this many columns, broken at spaces; what continues an entry stands further in."""
    lines = [" " * indent]
    further = 4 if indent and _ENTRY.match(text) else 0
    for word in text.split(" "):
        if columns(f"{lines[-1]} {word}") > width and lines[-1].strip():
            lines.append(" " * (indent + further) + word)
        else:
            lines[-1] += word if not lines[-1].strip() else f" {word}"
    return [line.rstrip() for line in lines]
