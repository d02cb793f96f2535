"""Text from a learner's code, made harmless for the places where it is printed.

A learner names things, raises exceptions and prints: all of that reaches terminals, job logs, Markdown pages and
annotations, where some characters are commands. Each function here is for one such place.
"""

import re
import unicodedata

from grader.messages import _

LONGEST_LINE = 400  # characters; a line of a megabyte hides the rest of a page
MOST_LINES = 60  # of one piece of text

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")  # control, format (bidi and zero width), surrogate, private, unassigned


def printable(text: str) -> str:
    """For a terminal: make control characters, escapes and reordering marks visible, so that no cursor moves."""
    text = _LINE_ENDS.sub("\n", text).expandtabs(4)
    return "".join(
        one if one == "\n" or unicodedata.category(one) not in _INVISIBLE else f"\\u{ord(one):04x}" for one in text
    )


def clipped(text: str, lines: int = MOST_LINES, width: int = LONGEST_LINE) -> str:
    """Printable text of bounded height and width; what was cut is said."""
    found = printable(text).rstrip("\n").split("\n")
    cut = _("{start}… ({count} more characters)")
    shown = [line if len(line) <= width else cut.format(start=line[:width], count=len(line) - width) for line in found]
    if len(shown) > lines:
        shown[lines:] = [_("… ({count} more lines)").format(count=len(found) - lines)]
    return "\n".join(shown)


# ---- job logs ----


def logged(text: str) -> str:
    """For the log of a job that other programs write: no line is a workflow command, wherever it is printed.

    GitHub's runner takes a line that begins with `::`, after any white space, for a command, and so it does with `##[`
    anywhere in a line. A bar in front of every line and a gap in the other are enough.
    """
    return "\n".join(f"| {line}".replace("##[", "## [") for line in clipped(text).split("\n"))


def command_data(text: str) -> str:
    """For the message of a workflow command: what would end it is written as GitHub reads it."""
    return clipped(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """For a property of a workflow command, such as its title or file."""
    return command_data(" ".join(text.split())).replace(":", "%3A").replace(",", "%2C")


# ---- Markdown ----

_SPECIAL = re.compile(r"([\\*\[\]<>|~#]|\b_\B|\B_\b)")  # an underscore inside a name is no markup
_MENTION = re.compile(r"@(?=\w)")


def fenced(text: str) -> str:
    """For Markdown, as a block of text: inside a fence nothing is markup, a tag, a link or a mention.

    The fence is longer than any run of backticks in the text, which therefore cannot close it.
    """
    shown = clipped(text)
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{shown}\n{fence}"


def inline(text: str) -> str:
    """For Markdown, as running text: its own sentences, with code between backticks left as it is."""
    pieces = " ".join(printable(text).split()).split("`")
    if len(pieces) % 2 == 0:  # an odd backtick begins no code
        pieces = ["\\`".join(pieces)]
    return "".join(f"`{piece}`" if number % 2 else _plain(piece) for number, piece in enumerate(pieces))


def _plain(text: str) -> str:
    # a comment is nothing on the page and keeps a name from being called
    return _MENTION.sub("@<!-- -->", _SPECIAL.sub(r"\\\1", text))
