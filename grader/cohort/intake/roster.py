"""The roster: who should have handed something in, and what the gradebook says of them besides marks."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.cohort.intake.items import IntakeError
from grader.cohort.intake.names import folded, normal, squashed

_ID_COLUMNS = (
    *("id", "student id", "student_id", "studentid", "student number", "sid", "학번", "username", "user name", "login"),
    *("sis login id", "sis user id", "github_username", "github username", "identifier", "email", "email address"),
)
_NAME_COLUMNS = ("name", "full name", "student name", "student", "이름", "성명")
_LARGEST = 16 * 1024**2  # bytes


@dataclass(frozen=True)
class Roster:
    """A class as the teacher's list has it.

    Attributes:
        id_column: the name of the column that tells students apart.
        columns: the others, in the file's order.
        rows: by id, in the file's order, what each of the other columns says.
    """

    id_column: str
    columns: tuple[str, ...]
    rows: dict[str, tuple[str, ...]]

    def name_of(self, student: str) -> str:
        """The student's name, if a column has it."""
        columns = dict(zip(map(folded, self.columns), self.rows[student], strict=True))
        if columns.get("first name") and columns.get("last name"):
            return f"{columns['first name']} {columns['last name']}"
        return next((columns[name] for name in _NAME_COLUMNS if columns.get(name)), "")

    def names(self) -> Iterator[str]:
        """All that students are called in any column."""
        for student, values in self.rows.items():
            yield from (student, *filter(None, values))

    def find(self, aliases: tuple[str, ...]) -> str | None:
        """The id of the only student whom one of these names means; ids count before what other columns say."""
        exact = [alias for alias in aliases if alias in self.rows]
        if exact:
            return exact[0]
        wanted = {folded(alias) for alias in aliases if alias}
        by_id = [student for student in self.rows if folded(student) in wanted]
        if len(by_id) == 1:
            return by_id[0]
        by_column = [
            student
            for student, values in self.rows.items()
            if any(folded(value) in wanted for value in values if value)
        ]
        if by_id or by_column:
            return by_column[0] if len(by_column) == 1 and not by_id else None
        # Canvas writes "Kim, Ha Neul" as kimhaneul; a list may have it the other way round
        letters = {squashed(alias) for alias in aliases if alias}
        by_letters = [student for student, values in self.rows.items() if letters & set(map(squashed, _orders(values)))]
        return by_letters[0] if len(by_letters) == 1 else None


def _orders(values: tuple[str, ...]) -> Iterator[str]:
    for value in values:
        if len(squashed(value)) > 1:
            yield value
            yield " ".join(reversed(value.split(maxsplit=1)))
            yield " ".join(reversed(value.rsplit(maxsplit=1)))


def read_roster(path: Path) -> Roster:
    """Read a CSV with a header; raises IntakeError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise IntakeError(f"{path}: the roster cannot be read ({error.strerror})") from None
    if len(content) > _LARGEST:
        raise IntakeError(f"{path}: larger than {_LARGEST // 1024**2} MiB, which no roster is")
    text = _decoded(content)
    try:
        table = [row for row in csv.reader(io.StringIO(text), delimiter=_delimiter(text)) if any(map(str.strip, row))]
    except csv.Error as error:
        raise IntakeError(f"{path}: cannot be read as CSV ({error})") from None
    if len(table) < 2:
        raise IntakeError(f"{path}: the roster should have a header and a line for each student")
    header = [normal(name) or f"column {number}" for number, name in enumerate(table[0], start=1)]
    at = _id_column(header)
    rows: dict[str, tuple[str, ...]] = {}
    twice: Counter[str] = Counter()
    for row in table[1:]:
        cells = [normal(cell) for cell in (*row, *[""] * (len(header) - len(row)))][: len(header)]
        # the second line of Canvas's own export says how many points there are
        if not cells[at] or cells[0].startswith("Points Possible"):
            continue
        twice[folded(cells[at])] += 1
        rows[cells[at]] = tuple(cell for number, cell in enumerate(cells) if number != at)
    doubles = [student for student in rows if twice[folded(student)] > 1]
    if doubles:
        raise IntakeError(f"{path}: {header[at]} {doubles[0]} is there more than once")
    columns = tuple(name for number, name in enumerate(header) if number != at)
    return Roster(header[at], columns, rows)


def _id_column(header: list[str]) -> int:
    names = [folded(name) for name in header]
    return next((names.index(name) for name in _ID_COLUMNS if name in names), 0)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp949"):  # the second is what a Korean Excel writes
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)
