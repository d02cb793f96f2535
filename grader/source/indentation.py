"""Mistakes of indentation, shown so that they can be seen: the line as it is, and the one above it."""

from collections.abc import Sequence

from grader.messages import _

_TAB = "→   "  # as wide as most editors draw it


def quote_indentation(error: IndentationError, lines: Sequence[str]) -> str:
    """Return the line that Python stumbled over below the last one with code, and what to do, where that is certain.

    Args:
        error: what parsing raised.
        lines: the module, or the cell of a notebook, line by line.
    """
    number = error.lineno or 1
    if not 1 <= number <= len(lines):  # the file ends where a block should begin
        number = len(lines)
    above = next((at for at in range(number - 1, 0, -1) if lines[at - 1].partition("#")[0].strip()), None)
    shown = [at for at in (above, number) if at is not None]
    quoted = [f"  {at:>4} | {_visible(lines[at - 1])}" for at in shown]
    return "\n".join([*quoted, *_advice(error, [lines[at - 1] for at in shown])])


def _visible(line: str) -> str:
    text = line.lstrip(" \t\f")
    return line[: len(line) - len(text)].replace("\t", _TAB).replace("\f", "") + text


def _advice(error: IndentationError, shown: Sequence[str]) -> list[str]:
    tabs = any("\t" in line[: len(line) - len(line.lstrip())] for line in shown)
    said = []
    if tabs:
        said.append(_("An arrow is a tab. Indent with spaces only, four for each step."))
    if "unexpected indent" in error.msg and len(shown) == 1:
        said.append(_("The first line of a file starts at the left edge."))
    elif "unexpected indent" in error.msg:
        said.append(_("The line starts further to the right than the one above it, and nothing there opens a block."))
    elif "unindent" in error.msg:
        said.append(_("The line starts in a column in which no open block above it starts."))
    elif "expected an indented block" in error.msg:
        said.append(_("What belongs inside starts four spaces further to the right."))
    return said
