"""The sentences to translate, collected from code, templates, course.toml and docstrings.

A sentence is identified by its English text. Its files are a comment in the catalogue, so that a translator can look
them up.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course.catalogue import EDITS, MISCONCEPTIONS, edits_path, read_words
from grader.course.explorer import SENTENCE
from grader.course.file import EXPLORER, Course
from grader.course.stubs import current_stub
from grader.course.translation import catalogues, docstring_sentences
from grader.diagnosis.edits import read_edits
from grader.judge.settings import STAGES
from grader.messages import languages
from grader.package import PACKAGE, ROOT

_IN_TEMPLATE = re.compile(r"""\b_\(\s*"((?:[^"\\]|\\.)*)"\s*\)""")
_COMMAND = ("command", "group")  # decorators of functions whose docstring is a command's help
_HELP = ("help", "short_help", "readme")  # keywords of commands and hosts
_OF_DOCUMENTATION = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Sentence:
    """An English text, and the file that has it."""

    text: str
    where: str


@dataclass(frozen=True)
class Wanted:
    """A catalogue that should exist: its path, its language and its sentences."""

    path: Path
    language: str
    sentences: tuple[Sentence, ...]


def wanted_catalogues(course: Course) -> Iterator[Wanted]:
    """The catalogues of a course, and those of the grader where the course is the one that it is developed with.

    A course is translated to a language if its exercises have a folder for it.
    """
    for code in languages()[1:]:
        if course.root == ROOT:
            path = PACKAGE / "locale" / code / "LC_MESSAGES" / "grader.po"
            yield Wanted(path, code, tuple(engine_sentences()))
        if (course.root / "exercises" / code).is_dir():
            for tree, path in catalogues(course, code).items():
                if (course.root / tree).is_dir():
                    yield Wanted(path, code, tuple(course_sentences(course, tree)))


# ---- the grader ----


def engine_sentences(package: Path = PACKAGE) -> Iterator[Sentence]:
    """What the grader says to learners: what passes through `_()` in code and templates, and the help of commands."""
    for path in sorted(package.rglob("*.py")):
        where = path.relative_to(package.parent).as_posix()
        tree = ast.parse(path.read_bytes())
        yield from (Sentence(text, where) for text in _marked(tree))
        if path.parent.name in ("cli", "hosts"):
            yield from (Sentence(text, where) for text in _helps(tree))
    for path in sorted(package.rglob("templates/*.html")):
        where = path.relative_to(package.parent).as_posix()
        yield from (Sentence(text, where) for text in _IN_TEMPLATE.findall(path.read_text(encoding="utf-8")))


def _marked(tree: ast.Module) -> Iterator[str]:
    """The texts in calls of `_`, or of `say` in tests, in the order of the file."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        match call:
            case ast.Call(func=ast.Name(id="_" | "say"), args=[ast.Constant(value=str(text))]) if text:
                yield text


def _helps(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg=name, value=ast.Constant(value=str(text))) if name in _HELP:
                yield text
            case ast.Call(func=ast.Name(id="submission_option"), args=[ast.Constant(value=str(text)), *_rest]):
                yield text
            case ast.FunctionDef() if any(map(_is_command, node.decorator_list)):
                yield inspect.cleandoc(ast.get_docstring(node, clean=False) or "")


def _is_command(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in _COMMAND


# ---- a course ----


def course_sentences(course: Course, tree: str) -> Iterator[Sentence]:
    """What a course says to learners, of the part that has a catalogue of its own: see `translation.catalogues`.

    Args:
        course: in English.
        tree: "exercises", "tests/hidden" or "tests/misconceptions".
    """
    if tree == "exercises":
        yield from _in_course_file(course)
        yield from _in_stubs(course)
        yield from _in_tests(course.root / "tests" / "public", course.root)
        yield from _in_tests(course.root / "tests", course.root)
        yield from _in_explorer(course)
    elif tree == MISCONCEPTIONS:
        yield from _diagnoses(course)
        yield from _of_edits(course)
    else:
        yield from _in_tests(course.root / tree, course.root)


def _in_course_file(course: Course) -> Iterator[Sentence]:
    where = "exercises/course.toml"
    counted = [word for pair in course.sizes.values() for word in pair]
    tracks = [track.title for track in course.tracks]
    yield from (Sentence(text, where) for text in (course.title, course.finish, *tracks, *counted) if text)
    for exercise in course.every_exercise:
        yield Sentence(exercise.title, where)
        for task in exercise.tasks:
            yield from (Sentence(text, where) for text in (task.title, *task.hints))


def _in_stubs(course: Course) -> Iterator[Sentence]:
    for exercise in course.every_exercise:
        if exercise.given:  # a program is handed out as it is
            continue
        where = f"exercises/{exercise.name}.py"
        for node in ast.walk(ast.parse(current_stub(course, exercise))):
            if isinstance(node, _OF_DOCUMENTATION):
                yield from (Sentence(text, where) for text in docstring_sentences(ast.get_docstring(node) or ""))


def _in_tests(folder: Path, root: Path) -> Iterator[Sentence]:
    """The requirements, which are the docstrings of tests, and what passes through `_()`."""
    for path in sorted(folder.glob("*.py")):
        where = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_bytes())
        for node in tree.body if path.parent.name in STAGES else ():
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield Sentence(" ".join((ast.get_docstring(node) or "").split()), where)
        yield from (Sentence(text, where) for text in _marked(tree))


def _of_edits(course: Course) -> Iterator[Sentence]:
    """What edits of a right program say, of those that do not borrow a known wrong answer's words."""
    for exercise in course.every_exercise:
        path = edits_path(course, exercise)
        for edit in read_edits(path, exercise.name, {}).edits:
            texts = (edit.says, edit.advice, edit.vague, edit.beside)
            yield from (Sentence(text, f"{EDITS}/{path.name}") for text in texts if text)


def _in_explorer(course: Course) -> Iterator[Sentence]:
    path = course.root / EXPLORER
    if path.is_file():
        yield from (Sentence(text, EXPLORER) for text in SENTENCE.findall(path.read_text(encoding="utf-8")))


def _diagnoses(course: Course) -> Iterator[Sentence]:
    for exercise in course.every_exercise:
        for path in sorted((course.root / MISCONCEPTIONS / exercise.name).glob("*.py")):
            where = path.relative_to(course.root).as_posix()
            yield from (Sentence(text, where) for text in read_words(path))


# ---- what nobody has marked ----


def unmarked_sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Texts of a module that read like English sentences and do not pass through `_()`, with their lines.

    Docstrings are none, and neither is what only programs read: patterns, names, what `assert` says.
    """
    tree = ast.parse(path.read_bytes())
    passed = {id(node) for call in ast.walk(tree) if _is_marked(call) for node in ast.walk(call)}
    passed |= {id(node) for one in ast.walk(tree) if isinstance(one, ast.Assert) for node in ast.walk(one)}
    for owner in ast.walk(tree):
        if isinstance(owner, _OF_DOCUMENTATION) and owner.body and isinstance(owner.body[0], ast.Expr):
            passed.add(id(owner.body[0].value))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in passed:
            continue
        if isinstance(node.value, str) and _reads_like_a_sentence(node.value):
            yield node.lineno, node.value


def _is_marked(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="_" | "say" | "submission_option")):
            return True
        case ast.keyword(arg=name):
            return name in _HELP
    return False


def _reads_like_a_sentence(text: str) -> bool:
    """Whether three plain words stand in a row."""
    return re.search(r"(?<![\w/.<=\"-])[A-Za-z][a-z']* [a-z']+,? [a-z']+(?![\w=\"])", text) is not None
