"""Plain GitHub Actions: a job summary, and annotations on the lines of the learner's own files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.hosts.graded import Graded
from grader.hosts.workflow import annotate, append_summary
from grader.report.markdown import as_markdown, evidence_as_text
from grader.report.terminal import most_telling
from grader.result.document import Document, ExerciseRow, TaskRow

MOST_ANNOTATIONS = 10  # of one level in a step; GitHub drops what is more


@dataclass(frozen=True)
class Annotation:
    """A sentence about a line of an exercise's file."""

    exercise: str
    title: str
    message: str
    line: int | None


def deliver(graded: Graded) -> None:
    """Print the annotations and add to the job's summary. GitHub itself says where its files are."""
    for annotation in annotations(graded.document):
        file = "" if annotation.line is None else _file_of(graded.submission, annotation.exercise)
        annotate("error", annotation.message, annotation.title, file, annotation.line if file else None)
    append_summary(as_markdown(graded.document, graded.course, graded.notes))


def annotations(document: Document) -> list[Annotation]:
    """The most useful annotations, in the course's order.

    First what keeps a file from running, then one of each exercise before a second of any.
    """
    ranked: list[tuple[tuple[bool, int], Annotation]] = []
    for row in document.exercises:
        for number, one in enumerate(_annotations_of(row)):
            ranked.append(((one.title != one.exercise, number), one))
    most_useful = sorted(ranked, key=lambda pair: pair[0])[:MOST_ANNOTATIONS]
    return [one for rank, one in ranked if (rank, one) in most_useful]


def _annotations_of(row: ExerciseRow) -> Iterator[Annotation]:
    if row.status == "error" and row.message:
        yield Annotation(row.name, row.name, row.message, row.line)
    for task in row.tasks:
        if task.failures:
            yield _annotation_of(row, task)


def _annotation_of(row: ExerciseRow, task: TaskRow) -> Annotation:
    failure = most_telling(task.failures)
    pieces = [failure.requirement, evidence_as_text(failure), failure.advice or ""]
    return Annotation(row.name, f"{row.name} · {task.id}", "\n".join(filter(None, pieces)), failure.line)


def _file_of(submission: Path, exercise: str) -> str:
    """The exercise's file as GitHub names it, from the repository's root; "" if there is no such file in there."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    for folder in (submission, submission / "exercises"):
        path = (folder / f"{exercise}.py").resolve()
        if path.is_file() and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return ""
