"""A failing task as plain lines, each text beside its label, for terminals, fences and logs."""

from collections.abc import Iterator

from grader.language.width import padded
from grader.messages import _
from grader.report.escape import printable
from grader.report.telling import TaskTelling

LABEL_WIDTH = 10


def beside(label: str, text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text, each with its margin: the first has the label in it."""
    for number, line in enumerate(printable(text).splitlines()):
        yield padded(label if number == 0 else "", LABEL_WIDTH), line


def evidence_as_text(task: TaskTelling) -> str:
    """Return the call, the result, the expected value and what is different as lines."""
    blocks = [*((row.label, row.text) for row in task.evidence), ("", task.message)]
    lines = [line for label, text in blocks for line in beside(label, text)]
    return "\n".join(f"{margin}{line}".rstrip() for margin, line in lines)


def task_as_text(task: TaskTelling, hint: bool = False) -> str:
    """Return requirement, evidence and the known mistake behind it as lines, and the command for a hint if `hint`."""
    pieces = [task.requirement, evidence_as_text(task)]
    if task.why is not None:
        pieces += [task.why.diagnosis, task.why.advice]
    if hint:
        pieces.append(f"{_('hint')}: {task.hint}")
    return "\n".join(filter(None, pieces))
