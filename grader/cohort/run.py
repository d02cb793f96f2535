"""One run over a class: read, grade what is not stored yet, write what the store holds."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader.cohort.cluster import Cluster
from grader.cohort.feedback import Feedback
from grader.cohort.gradebook import Gradebook
from grader.cohort.handins import HandinReader
from grader.cohort.intake.names import file_stems
from grader.cohort.intake.read_class import Intake, read_class
from grader.cohort.intake.roster import read_roster
from grader.cohort.judge_process import Graded, Orders
from grader.cohort.judges import LocalJudge, patience
from grader.cohort.marks import Marks, Student
from grader.cohort.page import class_page, page_digest
from grader.cohort.panel import Panel, Pending
from grader.cohort.progress import GradingProgress
from grader.cohort.similar import find_similar
from grader.cohort.statistics import ClassStatistics
from grader.cohort.store import Result, Store, locked
from grader.cohort.units import Settings, fingerprints, key_of
from grader.course.file import Course, Exercise
from grader.isolation import LAYERS
from grader.report.escape import printable
from grader.result.writing import remove_unfinished, write_text
from grader.submission.reader_process import Reader

PAGE = "class.html"


@dataclass(frozen=True)
class ClassOptions:
    """What is graded, how, and where it goes.

    Attributes:
        submissions: a folder or a `.zip`.
        out: the folder for all that is written.
        roster: a CSV of who should have handed something in.
        exercises: those that are graded.
        settings: how.
        judges: how many processes grade side by side.
        scheduler: the address of a Dask scheduler; None to grade on this machine.
        regrade: grade what is stored already again.
    """

    submissions: Path
    out: Path
    roster: Path | None
    exercises: tuple[Exercise, ...]
    settings: Settings
    judges: int = os.cpu_count() or 1
    scheduler: str | None = None
    regrade: bool = False


@dataclass(frozen=True)
class ClassRun:
    """What a run came to.

    Attributes:
        intake: the class.
        graded: how many units were graded in this run; the other results were there already.
        not_judged: by key, why a unit could not be judged.
        statistics: what the class shows as a whole.
        similar: how many pairs are more alike than independent work.
    """

    intake: Intake
    graded: int
    not_judged: dict[str, str]
    statistics: ClassStatistics
    similar: int


def grade_class(course: Course, options: ClassOptions, console: Console) -> ClassRun:
    """Grade a class and write everything to `options.out`.

    Raises:
        IntakeError: there is no class.
        StoreError: the database cannot be used, or another run uses it.
        GraderFault: nothing can be graded here.
        KeyboardInterrupt: stopped; what was graded is stored.
    """
    roster = read_roster(options.roster) if options.roster is not None else None
    intake = read_class(course, options.submissions, roster)
    console.print(Text(printable(f"{options.submissions}: {intake.shape}")))
    options.out.mkdir(parents=True, exist_ok=True)
    with locked(options.out), closing(Store(options.out)) as store:
        remove_unfinished(options.out)
        students = _read(course, options, intake, store)
        wanted = {key: pending for pending, key in _units(students)}
        stored = set() if options.regrade else store.stored()
        todo = [pending for key, pending in wanted.items() if key not in stored]
        faults = _grade(course, options, store, todo, console) if todo else {}
        statistics = ClassStatistics(options.exercises)
        feedback = Feedback(options.out, course, store)
        with Gradebook(options.out, course, options.exercises, intake) as gradebook:
            for marked in Marks(course, store, options.settings, faults).of(students):
                for reader in (gradebook, feedback, statistics):
                    reader.add(marked)
        feedback.finish()
        write_remarks(options.out, intake)
        similar = write_page(course, options, intake, students, store, statistics)
        return ClassRun(intake, len(todo) - len(faults), faults, statistics, similar)


def write_remarks(out: Path, intake: Intake) -> None:
    """Write what was decided about files, all of it."""
    remarks = [f"{one.where}: {one.why}" for one in intake.remarks]
    remarks += [f"{one.student}: {note}" for one in intake.handins for note in one.notes]
    write_text(
        out / "intake.txt", "".join(f"{printable(line)}\n" for line in (intake.shape, *remarks)), replaces_anything=True
    )


def write_page(
    course: Course,
    options: ClassOptions,
    intake: Intake,
    students: list[Student],
    store: Store,
    statistics: ClassStatistics,
) -> int:
    """Write the page about the class, unless it is there and would be the same; returns how many pairs are similar."""
    path = options.out / PAGE
    facts = (page_digest(), course.title, intake.shape, *map(repr, intake.remarks))
    digest = hashlib.sha256("\0".join(facts).encode())
    digest.update((options.out / "results.jsonl").read_bytes())
    digest.update(repr([student.handin.files for student in students if not student.handin.files]).encode())
    kept, _colon, similar = (store.inputs(PAGE) or "").partition(":")
    if kept == digest.hexdigest() and path.is_file():
        return int(similar)
    found = find_similar(course, options.exercises, students, store)
    write_text(path, class_page(course, intake, statistics, found, store.newest()), replaces_anything=True)
    store.keep_inputs([(PAGE, f"{digest.hexdigest()}:{len(found.pairs)}")])
    return len(found.pairs)


def _read(course: Course, options: ClassOptions, intake: Intake, store: Store) -> list[Student]:
    fingerprint = fingerprints(course, options.settings)
    students = []
    stems = file_stems(handin.student for handin in intake.handins)
    with Reader(() if options.settings.isolation == "off" else LAYERS) as process:
        reader = HandinReader(course, store, options.exercises, process, options.regrade)
        readings = [reader.read(handin) for handin in intake.handins]
    for handin, reading in zip(intake.handins, readings, strict=True):
        keys = {
            exercise.name: key_of(reading.units[exercise.name], fingerprint[exercise.name])
            for exercise in options.exercises
            if exercise.name in reading.units
        }
        students.append(Student(handin, reading, keys, stems[handin.student]))
    return students


def _units(students: list[Student]) -> Iterator[tuple[Pending, str]]:
    for student in students:
        for name, key in student.keys.items():
            yield Pending(key, student.reading.units[name], name, student.handin.student), key


def _grade(
    course: Course, options: ClassOptions, store: Store, todo: list[Pending], console: Console
) -> dict[str, str]:
    """Grade what is to be done, storing each result as it comes; returns why units could not be judged, by key."""
    faults: dict[str, str] = {}
    judges = _judges(course, options, len(todo))
    with GradingProgress(console, len(todo), lambda: judges.busy_with.values()) as progress:
        for ended in judges.grade(todo, lambda pending: store.unit(pending.digest)):
            if isinstance(ended.outcome, Graded):
                result = Result(ended.outcome.head, ended.outcome.row, ended.outcome.time)
                store.keep_result(ended.pending.key, ended.pending.digest, result, options.regrade)
            else:
                faults[ended.pending.key] = ended.outcome.message
            progress.advance()
    if isinstance(judges, Cluster):
        for address, why in sorted(judges.refused.items()):
            console.print(Text(printable(f"the worker {address} was not used: {why}")))
    return faults


def _judges(course: Course, options: ClassOptions, units: int) -> Panel | Cluster:
    if options.scheduler is not None:
        return Cluster(options.scheduler, course, options.settings)
    orders = Orders(str(course.root), options.settings)
    return Panel(lambda: LocalJudge(orders, patience(course.limits)).started(), min(options.judges, units))
