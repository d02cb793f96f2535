"""The pictures on the course's pages, drawn from the numbers of these pages: a tool for authors.

Learners get the pictures and not this room: its formulas are near what the exercises ask for. Words pass through `_()`
and are translated in `ko.po`, so a page in another language has the same pictures in its own words.
It needs matplotlib: `pip install -e '.[authors]'`.
"""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from grader.messages import choose_language, languages
from tests.pictures import bowl, descent, line, matrices
from tests.pictures.style import RC
from tests.pictures.svg import svg_of

PAGES, IMAGES = "exercises", "images"
PICTURES: dict[str, Callable[[], Figure]] = line.PICTURES | bowl.PICTURES | descent.PICTURES | matrices.PICTURES


def draw(name: str, language: str = "en") -> str:
    """Return a picture as the text of an SVG file, the same at every call.

    Args:
        name: of the picture, without the ending.
        language: of its words. Afterwards the process speaks English: this is a tool of its own.
    """
    choose_language(language, Path(__file__).parent / f"{language}.po")
    try:
        with mpl.rc_context(), warnings.catch_warnings():
            mpl.rcdefaults()  # whatever the settings of this machine are
            mpl.rcParams.update(RC)
            # a reader's browser has the letters that matplotlib's own font lacks; no text stands elsewhere for that
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            return svg_of(PICTURES[name](), language)
    finally:
        choose_language("en")


def draw_all(course_root: Path) -> list[Path]:
    """Write every picture of a course that is missing or out of date, and return what was written.

    Args:
        course_root: the folder that holds `exercises/`; only pictures of exercises that have a page there are drawn.
    """
    changed = []
    for path, text in _wanted(course_root):
        if _text_of(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def stale_pictures(course_root: Path) -> list[Path]:
    """The pictures beside a course's pages that are missing, are not what would be drawn now, or that nothing draws."""
    wanted = dict(_wanted(course_root))
    stale = [path for path, text in wanted.items() if _text_of(path) != text]
    there = [path for pages, _language in _folders(course_root) for path in (pages / IMAGES).glob("*")]
    return sorted([*stale, *(path for path in there if path not in wanted)])


def _folders(course_root: Path) -> Iterator[tuple[Path, str]]:
    """The folders of pages that a course has, with the language of each."""
    pages = course_root / PAGES
    yield pages, "en"
    yield from ((pages / code, code) for code in languages()[1:] if (pages / code).is_dir())


def _wanted(course_root: Path) -> Iterator[tuple[Path, str]]:
    for pages, language in _folders(course_root):
        exercises = tuple(path.stem for path in pages.glob("ex*.md"))
        for name in sorted(PICTURES):
            if name.startswith(exercises):
                yield pages / IMAGES / f"{name}.svg", draw(name, language)


def _text_of(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, ValueError):  # not there, or not text
        return None
