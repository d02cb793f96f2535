"""A class as it was given, read into one hand-in a student."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from grader.cohort.intake import gradescope, shapes
from grader.cohort.intake.choice import Chosen, choose
from grader.cohort.intake.items import MOST_ITEMS, IntakeError, Item, Remark, walk_folder
from grader.cohort.intake.names import folded, normal
from grader.cohort.intake.roster import Roster
from grader.cohort.intake.shapes import Piece, Pile, Shape, Who
from grader.cohort.intake.zips import expand, walk_zip
from grader.course.file import Course
from grader.messages import _

NOTHING = "nothing handed in"
NOT_LISTED = "not on the roster"


@dataclass(frozen=True)
class Handin:
    """What one student handed in.

    Attributes:
        student: their id: the roster's, or what the export calls them.
        who: what the export says of them.
        columns: what the roster says of them.
        files: those that are graded; empty where there is nothing.
        notes: what was decided about the files, in sentences.
        remark: why there is nothing to grade, or that nobody expected it; "" as a rule.
        late: whether the platform says so.
        listed_name: the student's name on the roster.
    """

    student: str
    who: Who
    columns: tuple[str, ...]
    files: tuple[Chosen, ...]
    notes: tuple[str, ...]
    remark: str = ""
    late: bool = False
    listed_name: str = ""

    @property
    def name(self) -> str:
        """What people call the student: as the roster says, else as the export does, else the id."""
        return self.listed_name or self.who.full_name or self.student


@dataclass(frozen=True)
class Intake:
    """A class.

    Attributes:
        shape: what kind of folder it was taken for, in one line.
        handins: one a student, in the roster's order, then by name.
        remarks: what could not be assigned, with the reason.
        roster: the roster, if there is one.
    """

    shape: str
    handins: tuple[Handin, ...]
    remarks: tuple[Remark, ...]
    roster: Roster | None


def read_class(course: Course, path: Path, roster: Roster | None = None) -> Intake:
    """Read a folder or a `.zip` of submissions; raises IntakeError."""
    remarks: list[Remark] = []
    if path.is_dir():
        found = walk_folder(path, remarks)
    elif path.is_file():
        found = walk_zip(path, remarks)
    else:
        raise IntakeError(f"{path}: there is no such folder or zip archive. Give the one that holds the submissions.")
    items: list[Item] = []
    for item in expand(found, remarks):
        items.append(item)
        if len(items) > MOST_ITEMS:
            raise IntakeError(f"{path}: more than {MOST_ITEMS} files. Give the folder that holds only submissions.")
    name = path.resolve().stem if path.is_file() else path.resolve().name
    items, name = _without_wrapper(course, items, name)
    platforms: Counter[str] = Counter()
    piles = _piles(course, items, name, roster, platforms, remarks)
    if not piles and roster is None:
        raise IntakeError(f"{path}: there are no submissions here. Give the folder that has one for each student.")
    handins = _handins(course, piles, roster, remarks)
    return Intake(_in_words(platforms), handins, tuple(remarks), roster)


def _without_wrapper(course: Course, items: list[Item], name: str) -> tuple[list[Item], str]:
    """Go into a folder that is alone and holds the whole class, as archives often have one."""
    items = [item for item in items if not (item.kind == "mark" and len(item.parts) == 1)]
    while items and len({item.parts[0] for item in items}) == 1 and all(len(item.parts) > 1 for item in items):
        inner = [item.below(1) for item in items if not (item.kind == "mark" and len(item.parts) == 2)]
        only = items[0].parts[0]
        one_student = any(
            (len(item.parts) == 1 and _is_work(course, item.name)) or item.parts[0] == "exercises" for item in inner
        ) or any(item.parts[1:] == (".git",) for item in items)
        if not inner or one_student or shapes.moodle(only) or shapes.canvas(only):
            break
        items, name = inner, only
    return items, name


def _is_work(course: Course, name: str) -> bool:
    if shapes.moodle(name) or shapes.canvas(name):
        return False
    return name.endswith(".ipynb") or course.exercise(name.removesuffix(".py")) is not None


def _piles(
    course: Course,
    items: list[Item],
    name: str,
    roster: Roster | None,
    platforms: Counter[str],
    remarks: list[Remark],
) -> list[Pile]:
    """Group the items by student."""
    metadata = next((item for item in items if item.parts == (gradescope.METADATA,)), None)
    submitters = gradescope.read_submitters(metadata, remarks) if metadata is not None else {}
    tops: dict[str, list[Item]] = {}
    for item in items:
        if item is not metadata:
            tops.setdefault(item.parts[0], []).append(item)
    folders = [top for top, inside in tops.items() if len(inside[0].parts) > 1]
    known = {top: _platform(top, submitters) for top in tops}
    unknown = [top for top in folders if known[top] is None]
    clones = [top for top in unknown if name.endswith("-submissions") or _is_clone(tops[top])]
    listed = roster.names() if roster is not None else ()
    prefix = shapes.clone_prefix(clones, name, listed) if clones else ""
    piles: dict[str, Pile] = {}
    seen: dict[str, set[str]] = {}
    for top, inside in tops.items():
        shape = known[top]
        if shape is None and len(inside[0].parts) > 1:
            shape = shapes.plain(top, prefix if top in clones else "")
        if shape is None:
            shape = _lone_file(course, inside[0], name, remarks)
            if shape is None:
                continue
        for who in shape.students:
            key = f"{shape.platform} {who.moodle or who.canvas}" if who.moodle or who.canvas else who.name
            pile = piles.setdefault(key, Pile(who))
            pile.pieces += [_piece(item, shape) for item in inside]
            pile.late |= shape.late
            seen.setdefault(shape.platform, set()).add(key)
    platforms.update({platform: len(students) for platform, students in seen.items()})
    if prefix:
        remarks.append(Remark(name, f"`{prefix}` was taken off the names of the clones; what is left is the student"))
    return list(piles.values())


def _platform(name: str, submitters: dict[str, tuple[Who, ...]]) -> Shape | None:
    return shapes.gradescope(name, submitters) or shapes.moodle(name) or shapes.canvas(name)


def _is_clone(items: Iterable[Item]) -> bool:
    return any(item.kind == "mark" and item.parts[1:] == (".git",) for item in items)


def _piece(item: Item, shape: Shape) -> Piece:
    if len(item.parts) > 1:
        return Piece(item.below(1), item.path, shape.attempt)
    rest = shape.rest or item.name
    return Piece(Item((rest,), item.kind, item.modified, item.open), item.path, shape.attempt)


def _lone_file(course: Course, item: Item, name: str, remarks: list[Remark]) -> Shape | None:
    """A file at the top that no platform has named: work of the only student there is, or a notebook a student."""
    stem, dot, ending = item.name.rpartition(".")
    if _exercise_of(course, stem) and ending in ("py", "ipynb"):
        return Shape("one submission", (Who(normal(name)),), item.name)
    if dot and ending == "ipynb":
        return Shape("a notebook a student", (Who(stem),), item.name)
    remarks.append(Remark(item.path, "lies beside the submissions; whose it is cannot be told"))
    return None


def _exercise_of(course: Course, stem: str) -> bool:
    return course.exercise(stem) is not None


def _handins(course: Course, piles: list[Pile], roster: Roster | None, remarks: list[Remark]) -> tuple[Handin, ...]:
    by_student: dict[str, list[Pile]] = {}
    strangers: dict[str, list[Pile]] = {}
    for pile in piles:
        student = roster.find((pile.who.name, *pile.who.aliases)) if roster is not None else None
        if student is not None:
            by_student.setdefault(student, []).append(pile)
        else:
            strangers.setdefault(pile.who.name, []).append(pile)
    handins = []
    for student, columns in roster.rows.items() if roster is not None else ():
        handin = _handin(course, student, columns, by_student.get(student, []), "", remarks)
        handins.append(replace(handin, listed_name=roster.name_of(student) if roster is not None else ""))
    blank = ("",) * len(roster.columns) if roster is not None else ()
    for student in sorted(strangers, key=lambda name: (folded(name), name)):
        if roster is not None:
            remarks.append(Remark(student, "is not on the roster; graded, and listed after those who are"))
        remark = NOT_LISTED if roster is not None else ""
        handins.append(_handin(course, student, blank, strangers[student], remark, remarks))
    return tuple(handins)


def _handin(
    course: Course,
    student: str,
    columns: tuple[str, ...],
    piles: list[Pile],
    remark: str,
    remarks: list[Remark],
) -> Handin:
    pieces = [piece for pile in piles for piece in pile.pieces]
    files, notes, unused = choose(course, pieces)
    remarks += unused
    if not files:
        is_empty = all(piece.item.kind == "mark" for piece in pieces)
        remark = "; ".join(filter(None, (remark, NOTHING if is_empty else "no exercise among the files")))
    who = piles[0].who if piles else Who(student)
    return Handin(student, who, columns, files, notes, remark, any(pile.late for pile in piles))


def _in_words(platforms: Counter[str]) -> str:
    words = {
        "folders": _("{count} with a folder or an archive of their own"),
        "clones": _("{count} as clones of repositories"),
        "Moodle": _("{count} in Moodle's export"),
        "Canvas": _("{count} in Canvas's export"),
        "Gradescope": _("{count} in Gradescope's export"),
        "a notebook a student": _("{count} as a notebook"),
        "one submission": _("{count} as files at the top"),
    }
    if not platforms:
        return _("no submissions")
    said = [words[platform].format(count=count) for platform, count in platforms.items()]
    total = sum(platforms.values())
    counted = _("1 submission: {what}") if total == 1 else _("{count} submissions: {what}")
    return counted.format(count=total, what=", ".join(said))
