"""The explorer: one page of the course, with its own script, that needs neither a server nor a network."""

import re
from html import escape

from grader.course.file import EXPLORER, Course
from grader.messages import _, language, translated

SENTENCE = re.compile(r'\{\{ _\("([^"]+)"\) \}\}')  # in its text, markup and script alike: {{ _("Reset") }}


class NoExplorerError(LookupError):
    """The course has none, in one sentence."""


def explorer_page(course: Course) -> str:
    """Return the course's explorer as a whole page, in the chosen language; raises NoExplorerError."""
    try:
        text = (course.root / EXPLORER).read_text(encoding="utf-8")
    except OSError as error:
        sentence = _("this course has no explorer ({file}: {what})")
        raise NoExplorerError(sentence.format(file=EXPLORER, what=error.strerror)) from None
    text = text.replace('<html lang="en">', f'<html lang="{language()}">')
    return SENTENCE.sub(lambda found: escape(translated(found[1]), quote=False), text)


def explorer_frame(course: Course, height: int) -> str:
    """Return the explorer for the inside of another page, such as a notebook; raises NoExplorerError.

    Args:
        course: whose explorer.
        height: of the frame, in pixels.
    """
    # a document of its own: its script sees nothing of the page around it
    title, document = escape(course.title), escape(explorer_page(course))
    style = f"width: 100%; height: {height}px; border: 0"
    return f'<iframe title="{title}" srcdoc="{document}" sandbox="allow-scripts" style="{style}"></iframe>'
