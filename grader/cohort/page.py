"""The page about a class: one file that needs nothing beside it, read the morning before class."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from grader.cohort.feedback import FOLDER
from grader.cohort.histogram import histogram
from grader.cohort.intake.read_class import Intake
from grader.cohort.similar import SimilarWork
from grader.cohort.statistics import ClassStatistics, StudentLine, shortened
from grader.course.file import Course
from grader.messages import _, language
from grader.report.escape import printable
from grader.report.html import prose
from grader.report.status import status_words

_MOST_ROWS = 1000  # of the table of students; a page of ten thousand opens in no browser
_MOST_REMARKS = 500
_MOST_TROUBLES = 100
_MOST_CARDS = 12  # misconceptions that are told with an example; the rarer ones have a line each
_LONGEST_NAME = 48  # letters
_SPACIOUS, _DENSE = 60, 150  # students: up to the first rows are roomy, from the second on they are flat


@dataclass(frozen=True)
class _Row:
    """A student in the heat map, with their place in each order."""

    student: StudentLine
    by_points: int
    by_name: int
    open_tasks: tuple[int, ...]


def class_page(course: Course, intake: Intake, statistics: ClassStatistics, similar: SimilarWork, date: str) -> str:
    """Return the page.

    Args:
        course: the course.
        intake: what was handed in.
        statistics: how it went.
        similar: work that is more alike than independent work is.
        date: when the newest of it was graded.
    """
    rows = _rows(statistics)
    density = "roomy" if len(rows) <= _SPACIOUS else "flat" if len(rows) > _DENSE else "plain"
    return (
        _templates()
        .get_template("class.html")
        .render(
            course=course,
            intake=intake,
            statistics=statistics,
            similar=similar,
            date=date,
            plot=histogram(statistics),
            rows=rows[:_MOST_ROWS],
            density=density,
            groups=_groups(statistics),
            counts=statistics.counts(),
            common=statistics.common(),
            people={student.id: student for student in statistics.students},
            most_cards=_MOST_CARDS,
            most_troubles=_MOST_TROUBLES,
            most_remarks=_MOST_REMARKS,
        )
    )


def page_digest() -> str:
    """The SHA-256 of what the page is made with."""
    digest = hashlib.sha256()
    for path in sorted([*Path(__file__).parent.glob("*.py"), *(Path(__file__).parent / "templates").iterdir()]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _rows(statistics: ClassStatistics) -> list[_Row]:
    names = {student.id: number for number, student in enumerate(statistics.students)}
    ranked = sorted(statistics.students, key=lambda one: (not one.handed_in, -one.points, names[one.id]))
    return [
        _Row(
            student,
            rank,
            names[student.id],
            tuple(number for number, status in enumerate(student.statuses) if status != "passed"),
        )
        for rank, student in enumerate(ranked)
    ]


def _groups(statistics: ClassStatistics) -> list[tuple[str, int]]:
    """The exercises above the columns: the number, and how many tasks."""
    groups: dict[str, int] = {}
    for column in statistics.columns:
        groups[column.exercise] = groups.get(column.exercise, 0) + 1
    return [(name.partition("_")[0].removeprefix("ex"), count) for name, count in groups.items()]


def _named(name: str) -> str:
    shown = " ".join(printable(name).split())
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}…"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.cohort"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "prose": prose,
        "visible": printable,
        "feedback": lambda stem: quote(f"{FOLDER}/{stem}.html"),
        "named": lambda student: _named(student.name),
        "shortened": lambda text: "\n".join(shortened(text)),
    }
    environment.globals |= {"_": _, "language": language, "status_words": status_words}
    return environment
