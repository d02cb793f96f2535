"""A report as HTML: a page that stands alone, and the part of it that a notebook shows.

Whatever a learner's code chose is escaped by the template and made printable here: control characters and marks that
reorder text become visible.
"""

import re
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from grader.messages import _
from grader.report.escape import printable
from grader.report.status import LOOKS, status_words
from grader.report.svg import losses, predictions
from grader.report.telling import TaskTelling, Telling


def page(telling: Telling) -> str:
    """Return the report as a whole page."""
    return _templates().get_template("page.html").render(telling=telling)


def fragment(telling: Telling) -> str:
    """Return the report as a part of another page, such as a notebook."""
    return _templates().get_template("fragment.html").render(telling=telling)


def prose(text: str) -> Markup:
    """Escape a sentence and show what stands between backticks as code."""
    pieces = [
        Markup("<code>{}</code>").format(piece.strip()) if is_code else escape(piece)
        for piece, is_code in code_spans(printable(text))
    ]
    return Markup("").join(pieces)


def code_spans(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text at what stands between two runs of equally many backticks; yield each piece, and whether it is code.

    Each run is looked at once, for a learner's text may be made of nothing else.
    """
    pieces = re.split(r"(`+)", text)  # text, run, text, …, text
    ends: dict[str, list[int]] = {}  # where each run is, the last one first
    for at in range(len(pieces) - 2, 0, -2):
        ends.setdefault(pieces[at], []).append(at)
    at, plain = 0, ""
    while at < len(pieces):
        if at % 2 == 0:
            plain, at = plain + pieces[at], at + 1
            continue
        same = ends[pieces[at]]
        while same and same[-1] <= at:
            same.pop()
        if not same:
            plain, at = plain + pieces[at], at + 1
            continue
        yield plain, False
        yield "".join(pieces[at + 1 : same[-1]]), True
        plain, at = "", same[-1] + 1
    yield plain, False


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": prose, "visible": printable}
    environment.globals |= {"_": _, "status_words": status_words, "looks": LOOKS, "pictures": _pictures}
    return environment


def _pictures(task: TaskTelling) -> Markup:
    found = losses(task.curve) if task.curve is not None else Markup()
    return found + (predictions(task.fit) if task.fit is not None else Markup())
