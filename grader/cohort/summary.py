"""How a class went, in ten lines on a terminal."""

from collections.abc import Iterator
from pathlib import Path

from grader.cohort.statistics import ClassStatistics, Misconception

_MOST = 3


def summary(statistics: ClassStatistics, similar: int, remarks: int, out: Path) -> Iterator[tuple[str, str]]:
    """Yield each line: its label and what it says.

    Args:
        statistics: how the class went.
        similar: how many pairs are more alike than independent work.
        remarks: how many remarks there are on what was handed in.
        out: where everything was written.
    """
    handed_in = len(statistics.handed_in)
    yield "students", f"{len(statistics.students)}, of whom {handed_in} handed something in"
    if handed_in:
        yield "points", f"mean {statistics.mean():.1f}, median {statistics.median():g}, of {statistics.max_points}"
    hardest = statistics.hardest()[:_MOST]
    if hardest:
        said = [f"{column.exercise}.{column.task} ({passes} of {tries})" for column, passes, tries in hardest]
        yield "hardest", ", ".join(said)
    for number, one in enumerate(statistics.common()[:_MOST]):
        yield "misconceptions" if number == 0 else "", _misconception(one)
    eye = _eye(statistics, similar, remarks)
    yield "look at", ", ".join(eye) if eye else "nothing in particular"
    yield "written", f"{out}/class.html, gradebook.csv, canvas.csv, moodle.csv, results.jsonl, feedback/"


def _misconception(one: Misconception) -> str:
    return f"{len(one.students)} × {one.exercise}: {one.diagnosis}"


def _eye(statistics: ClassStatistics, similar: int, remarks: int) -> list[str]:
    counts = (
        (len(statistics.not_judged), "not judged"),
        (len(statistics.broken), "broken"),
        (len(statistics.slowest()), "slow"),
        (similar, "similar pairs"),
        (remarks, "remarks on files (intake.txt)"),
    )
    return [f"{count} {what}" for count, what in counts if count]
