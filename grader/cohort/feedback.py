"""The feedback of each student as files: a page and Markdown, made from their own document and nothing else."""

import hashlib
from pathlib import Path

import msgspec

from grader.cohort.marks import Marked
from grader.cohort.store import Store
from grader.cohort.units import feedback_digest
from grader.course.file import Course
from grader.report.html import page
from grader.report.markdown import as_markdown
from grader.report.telling import tell
from grader.result.writing import remove_unfinished, write_text

FOLDER = "feedback"


class Feedback:
    """Writes what each student gets, unless it is there and would be the same.

    Args:
        folder: the class's; the files go to a folder in it.
        course: the course.
        store: remembers what each file was made from.
    """

    def __init__(self, folder: Path, course: Course, store: Store) -> None:
        self._folder = folder / FOLDER
        self._folder.mkdir(exist_ok=True)
        remove_unfinished(self._folder)
        self._course = course
        self._store = store
        self._maker = feedback_digest(course)
        self._written: list[tuple[str, str]] = []

    def add(self, marked: Marked) -> None:
        """Write the two files of one student."""
        handin = marked.student.handin
        names = tuple(row.name for row in marked.rows)
        notes = (*handin.notes, *marked.student.reading.notes)
        made_from = (self._maker, msgspec.json.encode(marked.document), names, notes)
        inputs = hashlib.sha256(msgspec.msgpack.encode(made_from)).hexdigest()
        stem = marked.student.stem
        html, markdown = self._folder / f"{stem}.html", self._folder / f"{stem}.md"
        if self._store.inputs(stem) == inputs and html.is_file() and markdown.is_file():
            return
        telling = tell(marked.document, self._course, names, notes=notes)
        write_text(html, page(telling), replaces_anything=True)
        write_text(markdown, as_markdown(telling), replaces_anything=True)
        self._written.append((stem, inputs))

    def finish(self) -> None:
        """Remember what was written."""
        self._store.keep_inputs(self._written)
        self._written.clear()
