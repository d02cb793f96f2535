"""Notebooks from the course: the prose, the stubs, the worked examples, and a check at the end of each exercise.

Built twice, a notebook has the same bytes: the ids of its cells come from the exercise and the task.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.course.attempt import is_attempted
from grader.course.file import Course, Exercise
from grader.course.stubs import StubError, pristine_stub
from grader.messages import _, in_language, language
from grader.notebook.examples import cells_of
from grader.notebook.images import with_images
from grader.result.writing import write_text
from grader.source.module import Source
from grader.source.regular_files import read_module
from grader.submission.notebook.collection import read_notebooks
from grader.submission.places import NOTEBOOK
from grader.submission.reader_process import Reader

MAX_ID = 64  # characters of a cell's id, says nbformat
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_TASK = re.compile(r"^(?=### \d+\. `\w+`)", re.MULTILINE)
_TASK_ID = re.compile(r"### \d+\. `(\w+)`")
_IN_FILE = re.compile(
    r"^[^`\n]*`[a-z]+\d\d_\w+\.py`[^`\n]*:$", re.MULTILINE
)  # "In `ex04_mse.py`:" above the code to write
_CODE_BLOCK = re.compile(r"```python\n(.*?)```\n?", re.DOTALL)


class BuildError(Exception):
    """Why a notebook cannot be written, in one sentence that names the file."""


@dataclass(frozen=True)
class Prose:
    """An exercise's page, in the pieces that a notebook has between its code.

    Attributes:
        before: title, idea, shapes.
        write: what to write, up to the first task.
        tasks: what there is to read of each task, by its id.
        example: the worked example's heading and the text before its code.
        code: the worked example's code; "" if there is none.
        after: the text after that code, and what is not asked.
    """

    before: str
    write: str
    tasks: dict[str, str]
    example: str
    code: str
    after: str


def build_notebook(
    course: Course,
    exercises: tuple[Exercise, ...],
    work: dict[str, str] | None = None,
    repository: str | None = None,
) -> NotebookNode:
    """Return a notebook of some exercises.

    Args:
        course: has their prose and stubs.
        exercises: in the order of the notebook.
        work: code to put in the place of the stubs, by exercise.
        repository: where the course can be cloned from, for Colab.

    Raises:
        StubError: there is no stub of an exercise.
    """
    cells = list(_start(course, exercises, repository))
    for exercise in exercises:
        text = (work or {}).get(exercise.name)
        cells += _exercise(course, exercise, stub_cell(course, exercise) if text is None else text)
    for cell in cells:
        if cell.cell_type == "markdown":
            # pages in another language lie in a folder of their own, with their pictures
            cell.source = with_images(cell.source, course.root / "exercises", course.language)
    metadata: dict[str, Any] = {
        "grader": {"course": course.name, "version": course.version, "exercises": [one.name for one in exercises]},
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    notebook: NotebookNode = new_notebook(cells=cells, metadata=metadata)  # type: ignore[no-untyped-call]
    return notebook


def as_text(notebook: NotebookNode) -> str:
    """Return a notebook as the text of its file, validated."""
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return text.rstrip("\n") + "\n"


def built_notebooks(course: Course, repository: str | None = None) -> Iterator[tuple[str, str]]:
    """The name and the text of every notebook of a course: one for all of it, and one an exercise; raises StubError."""
    yield f"{course.name}{NOTEBOOK}", as_text(build_notebook(course, course.exercises, repository=repository))
    for exercise in course.exercises:
        yield f"{exercise.name}{NOTEBOOK}", as_text(build_notebook(course, (exercise,), repository=repository))


def stale_notebooks(course: Course, folder: Path, repository: str | None = None) -> list[Path]:
    """The notebooks in a folder that are not what the course makes now; raises StubError."""
    return [path for path, text in _wanted(course, folder, repository) if _text_of(path) != text]


def write_notebooks(course: Course, folder: Path, repository: str | None = None) -> list[Path]:
    """Write the notebooks that are missing or out of date and return them; never touches one that holds work.

    Raises:
        BuildError: somebody has worked in a notebook that would be written anew.
        StubError: there is no stub of an exercise.
    """
    changed = [(path, text) for path, text in _wanted(course, folder, repository) if _text_of(path) != text]
    for path, _new in changed:
        if path.exists() and _holds_work(course, path):
            sentence = _("{path}: somebody has worked in this notebook. Move it away, or give another folder.")
            raise BuildError(sentence.format(path=path))
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in changed:
        write_text(path, text)
    return [path for path, _new in changed]


def _wanted(course: Course, folder: Path, repository: str | None) -> list[tuple[Path, str]]:
    return [(folder / name, text) for name, text in built_notebooks(course, repository)]


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):  # not there, or not text
        return None


def _holds_work(course: Course, path: Path) -> bool:
    with Reader() as reader:
        return any(map(read_notebooks(reader, course, [path]).attempts, course.exercises))


def stub_cell(course: Course, exercise: Exercise) -> str:
    """Return the stub as a cell, without the docstring that refers to the page; raises StubError."""
    try:
        stub = pristine_stub(course, exercise)
    except StubError:
        source = read_module(exercise.name, course.path("exercises", exercise))
        if not isinstance(source, Source) or is_attempted(course, exercise, source):
            raise
        stub = source.content.decode()
    return re.sub(r'\A"""[^"]*"""\n+', "", stub).rstrip("\n")


def read_prose(text: str, english: str | None = None) -> Prose:
    """Take a page apart at its headings.

    Args:
        text: the page.
        english: the page that it is a translation of, which has the same sections in the same order.
    """
    sections = _SECTION.split(text)
    names = [section.partition("\n")[0].removeprefix("## ") for section in _SECTION.split(english or text)[1:]]
    named = {name: section.strip() for name, section in zip(names, sections[1:], strict=False)}
    to_write, example, after = (named.pop(name, "") for name in ("What to write", "Worked example", "Not asked"))
    first, *tasks = _TASK.split(to_write)
    example, code, after_code = (*_CODE_BLOCK.split(example, maxsplit=1), "", "")[:3]
    return Prose(
        before="\n\n".join([sections[0].strip(), *named.values()]),
        # the page sends its reader to a file
        write=_IN_FILE.sub(_("In the code cell below:"), first.strip()),
        tasks={
            _task_id(task): task.strip().replace(_("The file stands alone"), _("The cell stands alone"))
            for task in tasks
        },
        example=example.strip(),
        code=code.strip(),
        after=f"{after_code.strip()}\n\n{after}".strip(),
    )


def _task_id(section: str) -> str:
    found = _TASK_ID.match(section)
    assert found is not None  # the sections were split there
    return found[1]


# ---- cells ----


def _start(course: Course, exercises: tuple[Exercise, ...], repository: str | None) -> Iterator[NotebookNode]:
    path = in_language("notebook/start.md")
    points = sum(exercise.points for exercise in exercises)
    size = _("{count} exercises, {points} points.").format(count=len(exercises), points=points)
    if len(exercises) == 1:
        size = _("Exercise {number} of {count}, {points} points.").format(
            number=exercises[0].number, count=len(course.exercises), points=points
        )
    colab = _("remove the `#` before each line of the next cell, and run it")
    if repository is None:
        colab = _("put the address of the course's repository into the next cell, remove each `#` there, and run it")
    yield _markdown("start", path.read_text(encoding="utf-8").format(title=course.title, size=size, colab=colab))
    clone = f"# !git clone -q {repository or 'ADDRESS'} course\n# %cd course\n# %pip install -q .\n"
    yield _code("setup", f"{clone}import grader", {"role": "setup"})


def _exercise(course: Course, exercise: Exercise, work: str) -> Iterator[NotebookNode]:
    page = course.page(exercise)
    prose = read_prose(
        page.read_text(encoding="utf-8"), course.path("exercises", exercise, ".md").read_text(encoding="utf-8")
    )
    name = exercise.name
    tasks = [task.id for task in exercise.tasks]
    yield _markdown(name, prose.before)
    yield _markdown(f"{name}-write", prose.write)
    for task, text in prose.tasks.items():
        yield _markdown(f"{name}-{task}", text)
    yield _code(f"{name}-work", work, {"exercise": name, "tasks": tasks, "role": "work"})
    if prose.example:
        yield _markdown(f"{name}-example-text", prose.example)
    for number, code in enumerate(cells_of(prose.code), start=1):
        label = f"{name}-example" if number == 1 else f"{name}-example-{number}"
        cell = _code(label, code, {"exercise": name, "role": "example"})
        # an example calls the function: until that is written, running all cells should not end here
        cell.metadata["tags"] = ["raises-exception"]
        yield cell
    if prose.after:
        yield _markdown(f"{name}-after", prose.after)
    checked = _("Check: {title} ({points} points)")
    yield _markdown(f"{name}-check-text", "## " + checked.format(title=exercise.title, points=exercise.points))
    # the check cannot know which language the notebook was built in
    lang = "" if language() == "en" else f', lang="{language()}"'
    check = f'import grader\n\ngrader.check("{name}"{lang})'
    yield _code(f"{name}-check", check, {"exercise": name, "role": "check"})


def _markdown(name: str, text: str) -> NotebookNode:
    cell: NotebookNode = new_markdown_cell(text, id=_cell_id(name))  # type: ignore[no-untyped-call]
    return cell


def _code(name: str, text: str, mark: dict[str, Any]) -> NotebookNode:
    metadata = {"grader": mark}
    cell: NotebookNode = new_code_cell(text, id=_cell_id(name), metadata=metadata)  # type: ignore[no-untyped-call]
    return cell


def _cell_id(name: str) -> str:
    if len(name) <= MAX_ID:
        return name
    return f"{name[: MAX_ID - 9]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
