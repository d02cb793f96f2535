"""Mistakes of indentation, shown so that they can be seen: the line as it is, and the one above it."""

from collections.abc import Sequence

from grader.messages import _
from grader.source.facts import Unparsed

_TAB = "→   "  # as wide as most editors draw it


def quote_indentation(problem: Unparsed) -> str:
    """Return the line that Python stumbled over below the last one with code, and what to do, where that is certain."""
    numbered = [one for one in (problem.above, (problem.line or 1, problem.text)) if one is not None]
    quoted = [f"  {number:>4} | {_visible(line)}" for number, line in numbered]
    return "\n".join([*quoted, *_advice(problem.error, [line for _number, line in numbered])])


def _visible(line: str) -> str:
    text = line.lstrip(" \t\f")
    return line[: len(line) - len(text)].replace("\t", _TAB).replace("\f", "") + text


def _advice(error: str, lines: Sequence[str]) -> list[str]:
    tabs = any("\t" in line[: len(line) - len(line.lstrip())] for line in lines)
    advice = []
    if tabs:
        advice.append(_("An arrow is a tab. Indent with spaces only, four for each step."))
    if "unexpected indent" in error and len(lines) == 1:
        advice.append(_("The first line of a file starts at the left edge."))
    elif "unexpected indent" in error:
        advice.append(_("The line starts further to the right than the one above it, and nothing there opens a block."))
    elif "unindent" in error:
        advice.append(_("The line starts in a column in which no open block above it starts."))
    elif "expected an indented block" in error:
        advice.append(_("What belongs inside starts four spaces further to the right."))
    return advice
