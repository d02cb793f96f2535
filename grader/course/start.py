"""Begin a course: one exercise with its page, solution, tests and known answers, for the author to replace."""

import json
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from grader.course.file import Course, load_course
from grader.course.stubs import write_stubs

START_FILES = "start_files"  # beside this file; no bundle has them, for they hold solutions
_SUFFIX = ".in"  # of the templates, so that no tool treats them as our code
_DOTTED = {"gitignore": ".gitignore"}


class StartError(Exception):
    """The folder cannot be used, in one sentence."""


def start_course(folder: Path, title: str | None = None) -> Course:
    """Write a course that passes `check` into a folder that is empty or does not exist.

    Args:
        folder: where to; the course is called after it.
        title: for people; by default derived from the folder's name.

    Raises:
        StartError: the folder is not empty, its name gives no name for the course, or this is a learners' copy.
    """
    if not (files("grader.course") / START_FILES).is_dir():
        raise StartError("This copy of the grader is for learners; new needs the instructors' repository.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StartError(f"{folder}: there is something already. Give a folder that is empty or does not exist.")
    words = re.findall(r"[a-z0-9]+", folder.resolve().name.lower())
    name = "-".join(words)
    if not name[:1].isalpha():
        raise StartError(
            f"{folder}: the course is called after its folder, whose name should begin with a letter a to z."
        )
    title = title or " ".join(words).capitalize()
    for path, text in _templates():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shown = json.dumps(title, ensure_ascii=False) if path.suffix == ".toml" else title
        text = text.replace("@@NAME@@", name).replace("@@TITLE@@", shown)
        target.write_text(text, encoding="utf-8", newline="\n")
    course = load_course(folder)
    write_stubs(course)
    return course


def _templates() -> list[tuple[PurePosixPath, str]]:
    found: list[tuple[PurePosixPath, str]] = []
    folders: list[tuple[PurePosixPath, Traversable]] = [(PurePosixPath(), files("grader.course") / START_FILES)]
    while folders:
        at, folder = folders.pop()
        for entry in folder.iterdir():
            if entry.is_dir():
                folders.append((at / entry.name, entry))
            elif entry.name.endswith(_SUFFIX):
                name = entry.name.removesuffix(_SUFFIX)
                found.append((at / _DOTTED.get(name, name), entry.read_text(encoding="utf-8")))
    return found
