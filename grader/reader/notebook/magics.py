"""IPython's own syntax, replaced so that Python can read the rest of a cell: every line keeps its number.

Magics (`%timeit`, `%%time`), shell lines (`!pip install …`), help (`predict?`) and the bare commands that IPython
takes for magics (`pip install …`) become `pass`, or `None` where their result was assigned.
"""

import re

# each of these is tried at the beginning of a line, and no part can match what the part before it matches: whatever a
# line holds, a match takes linear time
_MAGIC = re.compile(r"(?P<indent>\s*)(?:%|!|\?|[\w.]+\s*\?\??\s*$|%%?[\w.]+\s*\?\??\s*$)")
_TARGET = re.compile(r"[\w.\[\], \t]+")
_BARE = re.compile(
    r"(?P<indent>\s*)(?:pip3?|conda|mamba|uv|cd|ls|ll|cat|mkdir|rm|cp|mv|head|tail|less|man|time|timeit|matplotlib)"
    r"[ \t]+[-\w./~\"'{]"
)
_CELL_MAGIC = re.compile(r"\s*%%\w")


def without_magics(text: str) -> str:
    """Return a cell's text as Python, with as many lines as it had.

    Args:
        text: a cell that Python cannot read as it is.
    """
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if _CELL_MAGIC.match(lines[first]):
        lines[first] = ""
    state = _State()
    replaced_before = False  # and the line was continued with a backslash
    for index, line in enumerate(lines):
        if replaced_before:
            lines[index] = ""
            replaced_before = line.endswith("\\")
            continue
        if state.at_statement_start:
            new = _replaced(line)
            if new is not None:
                lines[index] = new
                replaced_before = line.endswith("\\")
                continue
        state.read(line)
    return "\n".join(lines)


def magics_as_comments(text: str) -> str:
    """Return a cell's text with IPython's own syntax turned into comments, so that a module can keep it."""
    lines = []
    for old, new in zip(text.split("\n"), without_magics(text).split("\n"), strict=True):
        indent = old[: len(old) - len(old.lstrip())]
        lines.append(old if old == new else f"{new or indent}{'  ' if new.strip() else ''}# {old.strip()}")
    return "\n".join(lines)


def _replaced(line: str) -> str | None:
    """The replacement for a line that only IPython understands; None for any other line."""
    target, equals, value = line.partition("=")
    if equals and value.lstrip()[:1] in ("%", "!") and value.strip() and target.strip() and _TARGET.fullmatch(target):
        return f"{target}= None"
    found = _MAGIC.match(line) or _BARE.match(line)
    return f"{found['indent']}pass" if found is not None else None


class _State:
    """Whether a line begins a statement: it does not within a string of several lines, or within brackets.

    Not Python's tokenizer, which stops at the first line that is not Python.
    """

    def __init__(self) -> None:
        self._quotes = ""  # the triple quotes that are open
        self._depth = 0
        self._continued = False

    @property
    def at_statement_start(self) -> bool:
        """Whether the next line begins a statement."""
        return not (self._quotes or self._depth or self._continued)

    def read(self, line: str) -> None:
        """Take in the next line."""
        at = 0
        while at < len(line):
            if self._quotes:
                at = self._leave_string(line, at)
            elif line[at] == "#":
                break
            elif line[at] in "\"'":
                at = self._enter_string(line, at)
            else:
                if line[at] in "([{":
                    self._depth += 1
                elif line[at] in ")]}":
                    self._depth = max(0, self._depth - 1)
                at += 1
        self._continued = line.endswith("\\")

    def _enter_string(self, line: str, at: int) -> int:
        quote = line[at]
        if line.startswith(quote * 3, at):
            self._quotes = quote * 3
            return at + 3
        at += 1
        while at < len(line) and line[at] != quote:
            at += 2 if line[at] == "\\" else 1
        return at + 1

    def _leave_string(self, line: str, at: int) -> int:
        while at < len(line):
            if line.startswith(self._quotes, at):
                self._quotes = ""
                return at + 3
            at += 2 if line[at] == "\\" else 1
        return at
