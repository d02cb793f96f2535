"""What the learner should know about a notebook, in sentences."""

from grader.messages import _
from grader.reader.facts import ExerciseFacts, Redefinition, Unusable
from grader.reader.sizes import MAX_CODE
from grader.source.wording import problem_sentence


def unusable_sentence(problem: Unusable, filename: str) -> str:
    """Say why nothing of a notebook can be graded."""
    said = {
        "format": _("{file} is a notebook of format {detail}, which this grader does not know. Save it as format 4."),
        "language": _("{file} is a notebook in {detail}. Choose a Python kernel for it."),
        "code": _("{file} holds more than {size} KiB of code."),
        "cells": _("{file} is no notebook: it holds no cells."),
        "empty": _("{file} is empty. Save the notebook again."),
        "conflict": _("{file} holds two versions that git could not merge (from line {line}). Choose one of them."),
        "page": _("{file} is a web page and no notebook. Download the notebook itself (on GitHub: “Raw”)."),
        "cut": _("{file} is cut off: its last part is missing. Save or download the notebook again."),
        "json": _("{file} is no notebook: line {line} is not JSON ({detail}). Save it again with Jupyter."),
        "unreadable": _("{file} is no notebook: it cannot be read as JSON. Save it again with Jupyter."),
    }[problem.trouble]
    return said.format(file=filename, detail=problem.detail, line=problem.line, size=MAX_CODE // 1024)


def missing_sentence(found: ExerciseFacts, filename: str) -> str | None:
    """Say why there is no module of an exercise though the notebook has something of it; None if there is one."""
    if found.broken is not None:
        return problem_sentence(found.broken.problem, filename, found.broken.cell)
    if found.aside is not None:
        cell, function = found.aside
        said = _("{file}, {cell} holds the function {function}, but is no code cell. Make it one.")
        return said.format(file=filename, cell=cell, function=function)
    return None


def redefined_sentence(redefined: Redefinition, filename: str) -> str:
    """Say which of two definitions of a function is graded."""
    said = _("{file}: {function} is graded as {cell} defines it; {other} defines it too.")
    return said.format(file=filename, function=redefined.function, cell=redefined.cell, other=redefined.other)
