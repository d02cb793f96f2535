"""Plain GitHub Actions: a job summary, and annotations on the lines of the learner's own files.

Learners get the workflow that grades every push.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.course.file import Course
from grader.hosts.shared.host import Files, Graded, Host
from grader.hosts.shared.runner import annotate, append_summary
from grader.package import template
from grader.report.markdown import as_markdown
from grader.report.plain import task_as_text
from grader.report.telling import tell_task
from grader.result.document import Document, ExerciseRow

MOST_ANNOTATIONS = 10  # of one level in a step; GitHub drops any beyond that


@dataclass(frozen=True)
class Annotation:
    """A sentence about a line of an exercise's file."""

    exercise: str
    title: str
    message: str
    line: int | None


def deliver(graded: Graded) -> None:
    """Print the annotations and add to the job's summary; the environment tells where GitHub keeps it."""
    for annotation in annotations(graded.document, graded.course):
        file = "" if annotation.line is None else _file_of(graded.submission, annotation.exercise)
        annotate("error", annotation.message, annotation.title, file, annotation.line if file else None)
    append_summary(as_markdown(graded.telling))


def annotations(document: Document, course: Course) -> list[Annotation]:
    """The most useful annotations, in the course's order.

    First what keeps a file from running, then one of each exercise before a second of any.
    """
    ranked: list[tuple[tuple[bool, int], Annotation]] = []
    for row in document.exercises:
        for number, one in enumerate(_annotations_of(row, course)):
            ranked.append(((one.title != one.exercise, number), one))
    most_useful = sorted(ranked, key=lambda pair: pair[0])[:MOST_ANNOTATIONS]
    return [one for rank, one in ranked if (rank, one) in most_useful]


def _annotations_of(row: ExerciseRow, course: Course) -> Iterator[Annotation]:
    if row.status == "error" and row.message:
        yield Annotation(row.name, row.name, row.message, row.line)
    for task in row.tasks:
        telling = tell_task(course, row.name, task)
        if telling is not None:
            yield Annotation(row.name, f"{row.name} · {task.id}", task_as_text(telling), telling.line)


def _file_of(submission: Path, exercise: str) -> str:
    """The exercise's file as GitHub names it, from the repository's root; "" if there is no such file in there."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    for folder in (submission, submission / "exercises"):
        path = (folder / f"{exercise}.py").resolve()
        if path.is_file() and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return ""


def _workflow(_course: Course) -> Files:
    return {PurePosixPath(".github/workflows/grade.yml"): template("hosts", "actions.yml").encode()}


HOST = Host(
    deliver,
    readme=(
        "Every push is graded on GitHub. Open *Actions*, then the newest run: its summary is the report, and notes "
        "stand on the lines of your files."
    ),
    handout=_workflow,
    reads_exit_status=True,
)
