"""The pictures on the course's pages, drawn from the numbers of these pages: a tool for authors.

Learners get the pictures and not this room: its formulas are near what the exercises ask for.
It needs matplotlib: `pip install -e '.[authors]'`.
"""

from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from tests.pictures import bowl, descent, line, matrices
from tests.pictures.style import RC
from tests.pictures.svg import svg_of

FOLDER = Path("exercises", "images")
PICTURES: dict[str, Callable[[], Figure]] = line.PICTURES | bowl.PICTURES | descent.PICTURES | matrices.PICTURES


def draw(name: str) -> str:
    """Return a picture as the text of an SVG file, the same at every call."""
    with mpl.rc_context():
        mpl.rcdefaults()  # whatever the settings of this machine are
        mpl.rcParams.update(RC)
        return svg_of(PICTURES[name]())


def draw_all(course_root: Path, out: Path | None = None) -> list[Path]:
    """Write every picture of a course that is missing or out of date, and return what was written.

    Args:
        course_root: the folder that holds `exercises/`; only pictures of exercises that have a page there are drawn.
        out: where to, if not beside the pages.
    """
    changed = []
    for path, text in _wanted(course_root, out or course_root / FOLDER):
        if _text_of(path) != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def stale_pictures(course_root: Path) -> list[Path]:
    """The pictures beside a course's pages that are missing, are not what would be drawn now, or that nothing draws."""
    folder = course_root / FOLDER
    wanted = dict(_wanted(course_root, folder))
    stale = [path for path, text in wanted.items() if _text_of(path) != text]
    return sorted([*stale, *(path for path in folder.glob("*") if path not in wanted)])


def _wanted(course_root: Path, folder: Path) -> list[tuple[Path, str]]:
    exercises = tuple(path.stem for path in (course_root / FOLDER.parent).glob("ex*.md"))
    return [(folder / f"{name}.svg", draw(name)) for name in sorted(PICTURES) if name.startswith(exercises)]


def _text_of(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, ValueError):  # not there, or not text
        return None
