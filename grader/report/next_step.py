"""What to do next: one sentence at the end of every report, and at most one command."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from grader.messages import _
from grader.package import COMMAND
from grader.report.escape import printable
from grader.result.document import Document, ExerciseRow


@dataclass(frozen=True)
class NextStep:
    """What to do, and the command to run then; "" where there is none to run."""

    sentence: str
    command: str = ""


def next_step(document: Document, rows: Sequence[ExerciseRow]) -> NextStep:
    """Return what to do about the first of these exercises that has not passed.

    Args:
        document: says where the work is, and which tests ran.
        rows: those exercises of it that the report is about, the most important first.
    """
    unfinished = next((row for row in rows if row.status != "passed"), None)
    if unfinished is None and document.tests == ("public",):
        return NextStep(_("All public tests passed. The hidden tests run when your work is handed in."))
    if unfinished is None:
        return NextStep(_("All tests passed."))
    match document.provenance.submission_kind:
        case "kernel":
            return _in_kernel(rows)
        case "notebook":
            return _in_notebook(unfinished, document.submission)
        case "folder" | "module":
            return _in_file(unfinished)


def _in_file(unfinished: ExerciseRow) -> NextStep:
    sentence = _("Next: change {name}.py, then run:")
    if unfinished.status == "not_attempted":
        sentence = _("Next: read exercises/{name}.md, fill in exercises/{name}.py, then run:")
    return NextStep(sentence.format(name=unfinished.name), f"{COMMAND} {unfinished.name}")


def _in_notebook(unfinished: ExerciseRow, path: str) -> NextStep:
    sentence = _("Next: change {name} in {file}, save it, then run:")
    if unfinished.status == "not_attempted":
        sentence = _("Next: fill in {name} in {file}, save it, then run:")
    shown = printable(path)
    command = f"{COMMAND} {unfinished.name} -s {shlex.quote(shown)}"
    return NextStep(sentence.format(name=unfinished.name, file=shown), command)


def _in_kernel(rows: Sequence[ExerciseRow]) -> NextStep:
    if {row.status for row in rows} <= {"passed", "not_attempted"}:
        return NextStep(_("Next: write the function in its cell, run that cell, then run this one again."))
    return NextStep(_("Next: change the function, run its cell, then run this one again."))
