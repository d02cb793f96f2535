"""Whose work each file is: the names that platforms give to what they export.

Each rule reads one name at the top of what was given, a folder's or a file's, and says who that is. A class may have
been put together from several exports, so each name is looked at by itself.

- Moodle, folders or flat: `Name_12345_assignsubmission_file_/ex04.py`, `Name_12345_assignsubmission_file_ex04.py`.
- Canvas, flat: `lastnamefirst_LATE_1234_56789_ex04-2.py`: user, attachment, file, and the number of the resubmission.
- Gradescope: `submission_123/` beside `submission_metadata.yml`, which says who handed it in.
- GitHub Classroom, Classroom 50: clones of `assignment-username`.
- A folder, an archive or a notebook a student.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os.path import commonprefix
from pathlib import PurePath

from grader.cohort.intake.items import Item
from grader.cohort.intake.names import folded, normal

_MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<rest>.*)")
_CANVAS = re.compile(r"(?P<name>[^_]+)_(?:(?P<late>LATE|late)_)?(?P<user>\d+)_(?P<attachment>\d+)_(?P<rest>.+)")
_GRADESCOPE = re.compile(r"submission_\d+")
_RESUBMISSION = re.compile(r"(?P<stem>.+?)-(?P<number>\d+)")


@dataclass(frozen=True)
class Who:
    """A student, as what was handed in names them.

    Attributes:
        name: what the gradebook calls them where there is no roster.
        aliases: what else is known of them, for finding them on a roster.
        moodle: the number that Moodle's grading worksheet knows them by.
        canvas: the number that Canvas's gradebook knows them by.
        email: as far as it is known.
        full_name: as far as it is known.
    """

    name: str
    aliases: tuple[str, ...] = ()
    moodle: str = ""
    canvas: str = ""
    email: str = ""
    full_name: str = ""


@dataclass(frozen=True)
class Piece:
    """One file of a student's: the item with its place in their work, where it lies, and which resubmission it is."""

    item: Item
    path: str
    attempt: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shape:
    """What a platform's name was recognised as: which platform, whose, and what is left of the name for the file."""

    platform: str
    students: tuple[Who, ...]
    rest: str = ""
    attempt: tuple[int, ...] = ()
    late: bool = False


@dataclass
class Pile:
    """All that one student handed in."""

    who: Who
    pieces: list[Piece] = field(default_factory=list)
    late: bool = False


def moodle(name: str) -> Shape | None:
    """Read a name of Moodle's export."""
    found = _MOODLE.fullmatch(name)
    if found is None:
        return None
    full = found["name"].strip()
    who = Who(f"{full} ({found['number']})", (full, found["number"]), moodle=found["number"], full_name=full)
    return Shape("Moodle", (who,), found["rest"])


def canvas(name: str) -> Shape | None:
    """Read a name of Canvas's export."""
    found = _CANVAS.fullmatch(name)
    if found is None:
        return None
    rest, number = without_resubmission(found["rest"])
    who = Who(f"{found['name']} ({found['user']})", (found["user"], found["name"]), canvas=found["user"])
    # the attachment's number grows with every file that is handed in, whatever it is called
    return Shape("Canvas", (who,), rest, (number, int(found["attachment"])), found["late"] is not None)


def without_resubmission(name: str) -> tuple[str, int]:
    """Take the number off that Canvas puts before a file's ending when it is handed in again: `ex04-2.py`."""
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    found = _RESUBMISSION.fullmatch(stem)
    return (f"{found['stem']}{ending}", int(found["number"])) if found is not None else (name, 0)


def gradescope(name: str, submitters: Mapping[str, tuple[Who, ...]]) -> Shape | None:
    """Read a name of Gradescope's export; `submitters` is what its metadata says."""
    if name in submitters:
        return Shape("Gradescope", submitters[name])
    if _GRADESCOPE.fullmatch(name) and submitters:
        return Shape("Gradescope", (Who(name),))
    return None


def clone_prefix(names: Sequence[str], given: str, known: Iterable[str] = ()) -> str:
    """What all clones of one assignment begin with, before the student's name.

    Args:
        names: of the folders; at least one of them is a clone.
        given: what the folder that they lie in is called: `mse-submissions` holds clones of `mse`.
        known: names on the roster.
    """
    slug = given.removesuffix("-submissions")
    if slug != given and all(name.startswith(f"{slug}-") for name in names):
        return f"{slug}-"
    common = commonprefix(list(names))  # noqa: RUF071  # letters, not folders
    ends = [at + 1 for at, one in enumerate(common) if one == "-"]
    students = {folded(one) for one in known}
    if students:
        # a user's name may have hyphens, and so may the assignment's: whoever is on the roster decides
        ends.sort(key=lambda end: (sum(folded(name[end:]) in students for name in names), end))
    return common[: ends[-1]] if ends and len(names) > 1 else ""


def plain(name: str, prefix: str) -> Shape:
    """A folder, an archive or a notebook that is called as the student is."""
    student = normal(name.removeprefix(prefix)) or name
    return Shape("clones" if prefix else "folders", (Who(student, (name,) if prefix else ()),))
