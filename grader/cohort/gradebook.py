"""The gradebook as files: for people, for Canvas, for Moodle, and every document for programs.

Cells hold what students and rosters chose, and are opened in spreadsheets: none begins a formula.
"""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from grader.cohort.intake.names import folded
from grader.cohort.intake.read_class import Intake
from grader.cohort.marks import Marked
from grader.cohort.statistics import reason
from grader.course.file import Course, Exercise
from grader.report.escape import printable
from grader.report.status import status_words
from grader.result.document import ExerciseRow, Status
from grader.result.writing import replacing

# a spreadsheet that expects another separator splits a cell there
_INSIDE = re.compile(r"([;,|]\s*)(?=[=+\-@＝＋－＠])")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # the wide ones count where typing is in wide letters
_WORST_FIRST: tuple[Status, ...] = ("not_judged", "error", "failed", "not_attempted", "passed")


def cell(text: str) -> str:
    """A cell that is shown as it is: one line, and behind a quotation mark what would be a formula."""
    line = " ".join(printable(text).split())
    line = _INSIDE.sub(r"\1'", line)
    return f"'{line}" if line.startswith(_FORMULA) else line


class Gradebook:
    """Writes the four files, a student after the other; nothing is replaced before all are complete.

    Args:
        folder: where they go.
        course: the course.
        exercises: those that were graded.
        intake: the class.
    """

    def __init__(self, folder: Path, course: Course, exercises: tuple[Exercise, ...], intake: Intake) -> None:
        self._folder = folder
        self._course = course
        self._exercises = exercises
        self._intake = intake
        self._files = ExitStack()
        roster = intake.roster
        self._roster_columns = set(map(folded, (roster.id_column, *roster.columns))) if roster is not None else set()

    def __enter__(self) -> "Gradebook":
        # Excel takes a CSV without the mark for the system's old code page; Canvas and Moodle read both
        self._gradebook = self._open("gradebook.csv", "utf-8-sig")
        self._canvas = self._open("canvas.csv", "utf-8")
        self._moodle = self._open("moodle.csv", "utf-8")
        self._jsonl = self._files.enter_context(replacing(self._folder / "results.jsonl", replaces_anything=True))
        self._write_headers()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._files.__exit__(kind, error, at)

    def _open(self, name: str, encoding: str) -> Any:
        file = self._files.enter_context(replacing(self._folder / name, replaces_anything=True))
        text = io.TextIOWrapper(file, encoding, newline="", write_through=True)
        self._files.callback(text.detach)
        return csv.writer(text)

    def _write_headers(self) -> None:
        roster = self._intake.roster
        tasks = [column for exercise in self._exercises for column in _columns(exercise)]
        self._gradebook.writerow(
            [cell(name) for name in ("id", *(roster.columns if roster is not None else ()))]
            + [*tasks, "total", "out of", "status", "note"]
        )
        # Canvas looks for Student and ID in the first two columns and for Section in the last before assignments; it
        # finds a student by ID, else by SIS User ID, SIS Login ID or name
        title, most = self._course.title, sum(exercise.points for exercise in self._exercises)
        self._canvas.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", cell(title)])
        self._canvas.writerow(["    Points Possible", "", "", "", "", most])
        # Moodle reads the worksheet by Identifier, Grade and the last column, and keeps a grade that is newer than that
        self._moodle.writerow(["Identifier", "Full name", "Email address", "Grade", "Last modified (grade)"])

    def add(self, marked: Marked) -> None:
        """Write one student."""
        handin = marked.student.handin
        self._jsonl.write(msgspec.json.encode(marked.document) + b"\n")
        rows = {row.name: row for row in marked.rows}
        points = [value for exercise in self._exercises for value in _points(exercise, rows.get(exercise.name))]
        note = "; ".join(filter(None, (handin.remark, "late" if handin.late else "", *_troubles(marked))))
        status = _status(marked) if not handin.remark.startswith("nothing") else "nothing handed in"
        self._gradebook.writerow(
            [cell(marked.id), *map(cell, handin.columns), *points, marked.points, marked.max_points, status, cell(note)]
        )
        known = self._known(marked)
        # a column `id` is Canvas's own number only in what Canvas has exported
        is_canvas_export = "sis login id" in self._roster_columns or "sis user id" in self._roster_columns
        identifier = handin.who.canvas or (known("id") if is_canvas_export else "")
        sis = known("sis user id") or ("" if is_canvas_export else known("student id", "sid", "학번", "id"))
        login = known("sis login id", "login", "username", "email") or handin.who.email
        name = known("student") or marked.name
        self._canvas.writerow([*map(cell, (name, identifier, sis, login, known("section"))), marked.points])
        number = handin.who.moodle or known("identifier").removeprefix("Participant ")
        if number:
            row = [f"Participant {number}", name, handin.who.email or known("email address", "email")]
            self._moodle.writerow([*map(cell, row), marked.points, "-"])

    def _known(self, marked: Marked) -> Any:
        """Returns a function: what the roster says of this student under the first of some columns that it has."""
        roster = self._intake.roster
        values = {}
        if roster is not None and marked.id in roster.rows:
            values = dict(zip(map(folded, roster.columns), marked.student.handin.columns, strict=True))
            values[folded(roster.id_column)] = marked.id
        return lambda *names: next((values[name] for name in names if values.get(name)), "")


def _columns(exercise: Exercise) -> Iterator[str]:
    yield exercise.name
    yield from (f"{exercise.name}.{task.id}" for task in exercise.tasks)


def _points(exercise: Exercise, row: ExerciseRow | None) -> Iterator[int | str]:
    """The points of the exercise and of its tasks; empty where they could not be judged, which is no 0."""
    tasks = {task.id: task for task in row.tasks} if row is not None else {}
    yield "" if row is None or row.status == "not_judged" else row.points
    for task in exercise.tasks:
        found = tasks.get(task.id)
        yield "" if found is None or found.status == "not_judged" else found.points


def _status(marked: Marked) -> str:
    """In words: not judged if anything is, for that needs the teacher; else what is worst."""
    found = set(map(marked.status, marked.rows))
    return status_words(next((status for status in _WORST_FIRST if status in found), "not_judged"))


def _troubles(marked: Marked) -> Iterator[str]:
    """What kept exercises from being judged, each reason once with the exercises that share it."""
    reasons: dict[str, tuple[str, list[str]]] = {}
    for row in marked.rows:
        if marked.status(row) in ("error", "not_judged"):
            why = _why(row)
            reasons.setdefault(why.replace(row.name, ""), (why, []))[1].append(row.name)
    for why, names in reasons.values():
        others = f" (and {len(names) - 1} more: {', '.join(names[1:])})" if len(names) > 1 else ""
        yield f"{names[0]}: {why}{others}"
    missing = [row.name for row in marked.rows if row.name in marked.student.reading.missing]
    if missing and len(missing) < len(marked.rows):
        yield f"nothing of {', '.join(missing)}"


def _why(row: ExerciseRow) -> str:
    return reason(row) or status_words(row.status)
