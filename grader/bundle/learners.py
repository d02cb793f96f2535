"""What learners get: the exercises, the public tests, the grader, and what their host needs beside them."""

import json
from pathlib import PurePosixPath

from grader.bundle.trees import course_files, grader_files, test_files
from grader.course.file import ALL_TRACKS, Course, has_shows
from grader.course.tables import Track
from grader.hosts.shared.host import Files, Host
from grader.messages import _, in_language, translated
from grader.notebook.build import as_text, build_notebook
from grader.package import template
from grader.submission.places import NOTEBOOK

_OPEN_NOTEBOOK = "pip install '.[notebook]' && jupyter lab exercises/{file}"


def learner_files(
    course: Course, host: Host, include_hidden: bool, notebooks: bool, repository: str | None = None
) -> Files:
    """Return the learners' repository as a fresh tree, without solutions, misconceptions and history."""
    notebook = f"{course.name}{NOTEBOOK}" if notebooks else ""
    files = course_files(course) | test_files(course, include_hidden) | grader_files(course)
    for exercise in course.exercises:
        if exercise.tests_of:  # they need the known answers, which no learner gets
            files.pop(PurePosixPath("tests", "hidden", f"test_{exercise.name}.py"), None)
    files[PurePosixPath("README.md")] = _readme(course, host, include_hidden, notebook).encode()
    files[PurePosixPath(".gitignore")] = template("bundle", "gitignore").encode()
    container = template(
        "bundle",
        "devcontainer.json",
        title=course.title,
        first=notebook or f"{course.exercises[0].name}.py",
        extra="[notebook]" if notebook else "",
        extensions=json.dumps(["ms-python.python", *(["ms-toolsai.jupyter"] if notebook else [])]),
    )
    files[PurePosixPath(".devcontainer/devcontainer.json")] = container.encode()
    if notebook:
        # beside the files, where the grader looks when a file still is a stub
        built = build_notebook(course, course.exercises, repository=repository)
        files[PurePosixPath("exercises", notebook)] = as_text(built).encode()
    return files | host.handout(course)


def _readme(course: Course, host: Host, include_hidden: bool, notebook: str) -> str:
    hidden = _(
        "Further tests are hidden. They ask for nothing that the pages do not say, and run when your work is handed in."
    )
    if include_hidden:
        hidden = _(
            "The hidden tests in `tests/hidden/` are here too: open them when you are stuck for good, since they show "
            "what is checked."
        )
    also = _(
        "Or work in a notebook, which holds the pages, cells to fill in and checks; what it defines is graded like the "
        "files:"
    )
    return template(
        "bundle",
        in_language("bundle/templates/README.md").name,
        title=_title(course),
        size=_sizes(course),
        first=course.exercises[0].name,
        hidden=hidden,
        host=translated(host.readme),
        notebook=f"\n{also}\n\n    {_OPEN_NOTEBOOK.format(file=notebook)}\n" if notebook else "",
        shows=_shows(course),
        further=_further(course),
    )


def _title(course: Course) -> str:
    """What the bundle is called: a further track alone has its own title too."""
    tracks = _tracks(course)
    return course.title if course.tracks[0] in tracks else f"{course.title}: {tracks[0].title}"


def _sizes(course: Course) -> str:
    """How many exercises and points there are; of each track, where there are several."""
    said = _("{count} exercises, {points} points.")
    of_each = [course.track(one.name) for one in _tracks(course)]
    sizes = [said.format(count=len(one.exercises), points=one.points) for one in of_each]
    if len(sizes) > 1:
        sizes = [f"{track.title}: {size}" for track, size in zip(_tracks(course), sizes, strict=True)]
    return " ".join(sizes)


def _further(course: Course) -> str:
    """How to come to the further tracks."""
    said = _(
        "{title} have points of their own: `python -m grader --track {name}` grades them, and [{page}]({page}) says "
        "how they work."
    )
    pages = [(track, f"exercises/{course.guide(track.name).name}") for track in _tracks(course)[1:]]
    return "".join(f"{said.format(title=track.title, name=track.name, page=page)}\n" for track, page in pages)


def _shows(course: Course) -> str:
    """The row of the command that draws, if the course says what."""
    first = course.exercises[0]
    if not has_shows(course) or first.track != course.tracks[0].name:
        return ""
    what = _("draw what your function does, right or wrong")
    return f"| `python -m grader show {first.number}` | {what} |\n"


def _tracks(course: Course) -> list[Track]:
    return [track for track in course.tracks if course.looked_at in (track.name, ALL_TRACKS)]
