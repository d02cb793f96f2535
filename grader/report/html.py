"""A report as HTML: a page that needs nothing beside it, and the part of it that a notebook shows.

Whatever a learner's code chose is escaped by the template and made printable here: control characters and marks that
reorder text become visible.
"""

import re
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
    """Return the report for the inside of a page that somebody else made, such as a notebook."""
    return _templates().get_template("fragment.html").render(telling=telling)


def prose(text: str) -> Markup:
    """Escape a sentence and show what stands between backticks as code."""
    pieces = re.split(r"(`+)(.+?)\1", printable(text))
    # text, backticks, code, text, …
    parts = [
        Markup("<code>{}</code>").format(piece.strip()) if index % 3 == 2 else escape(piece)
        for index, piece in enumerate(pieces)
        if index % 3 != 1
    ]
    return Markup("").join(parts)


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
