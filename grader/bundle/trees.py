"""A tree of files in memory, and the parts that every bundle is made of: course, tests, grader, package."""

import json
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from grader.bundle.project import read_project
from grader.course.catalogue import ALTERNATIVES, EDITS, MISCONCEPTIONS
from grader.course.file import BLUEPRINTS, BUILDERS, SHOWS, Course
from grader.course.start import START_FILES
from grader.course.stubs import StubError, current_stub, in_chosen_language
from grader.course.translation import COURSE_CATALOGUE
from grader.hosts.shared.host import Files
from grader.messages import language
from grader.package import PACKAGE, template


class BundleError(Exception):
    """A bundle cannot be made, in one sentence that says what to do."""


def course_files(course: Course) -> Files:
    """The exercises as learners get them: course.toml, pages, their pictures, and stubs made from the solutions.

    Pages and stubs are in the course's language, and course.toml says which one that is.
    Each stub is there twice: once to work in, once kept in `exercises/.stubs` for `grader reset`.
    """
    found = _named(course.root / "exercises", course.files, "exercises")
    found[PurePosixPath("exercises", "course.toml")] = _course_toml(course)
    for name, page in _guides(course).items():
        found[PurePosixPath("exercises", name)] = _page(page, course)
    found |= _tree(course.root / "exercises" / "images", "exercises/images")
    if course.language:  # the same pictures, in the words of the pages
        found |= _tree(course.root / "exercises" / course.language / "images", "exercises/images")
    for path in sorted(course.root.glob(f"exercises/*/{COURSE_CATALOGUE}")):
        found[PurePosixPath("exercises", path.parent.name, COURSE_CATALOGUE)] = _read(path)
    for exercise in course.exercises:
        found[PurePosixPath("exercises", f"{exercise.name}.md")] = _page(
            course.path("exercises", exercise, ".md"), course
        )
        try:
            stub = in_chosen_language(exercise, current_stub(course, exercise)).encode()
        except StubError as error:
            raise BundleError(str(error)) from None
        found[PurePosixPath("exercises", f"{exercise.name}.py")] = stub
        found[PurePosixPath("exercises", ".stubs", f"{exercise.name}.py")] = stub
    return found


def _guides(course: Course) -> dict[str, Path]:
    """The pages on how to work through the exercises, by the names that they have in the bundle."""
    pages = dict.fromkeys(course.guide(exercise.track) for exercise in course.exercises)
    return {page.name if len(pages) > 1 else "README.md": page for page in pages}


def _course_toml(course: Course) -> bytes:
    text = _tables_of(course, _read(course.root / "exercises" / "course.toml").decode())
    if course.language and language() != "en":
        text = re.sub(r"^language = .*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^(name = .*\n)", rf'\1language = "{course.language}"\n', text, count=1, flags=re.MULTILINE)
    return text.encode()


def _page(path: Path, course: Course) -> bytes:
    """A page in the course's language, as it reads in the folder of the English one."""
    translated = path.parent / course.language / path.name
    if not course.language or not translated.is_file():
        return _read(path)
    return re.sub(r"\]\(\.\./", "](", _read(translated).decode()).encode()


def _tables_of(course: Course, toml: str) -> str:
    """The text of course.toml without the exercises and tracks that are not part of this bundle."""
    first, *tables = re.split(r"^(?=\[\[(?:exercise|track)\]\]$)", toml, flags=re.MULTILINE)
    names = {exercise.name for exercise in course.exercises} | {exercise.track for exercise in course.exercises}
    return first + "".join(table for table in tables if _name_of(table) in names)


def _name_of(table: str) -> str:
    found = re.search(r'^name = "(\w+)"', table, re.MULTILINE)
    return found[1] if found is not None else ""


def _of_track(course: Course, files: Files) -> Files:
    """The files without those of another track's exercises, whose name a file or its folder bears."""
    others = {exercise.name for exercise in course.every_exercise} - {exercise.name for exercise in course.exercises}
    return {
        name: content
        for name, content in files.items()
        if not any(part.partition(".")[0].removeprefix("test_") in others for part in name.parts)
    }


def test_files(course: Course, hidden: bool) -> Files:
    """The public tests, what they pass, what shows draw, a conftest for `pytest`, and the hidden tests if wanted."""
    found = _of_track(course, _tree(course.root / "tests" / "public", "tests/public"))
    for name in (BLUEPRINTS, BUILDERS, SHOWS):
        if (course.root / name).is_file():
            found[PurePosixPath(name)] = _read(course.root / name)
    if hidden:
        found |= _of_track(course, _tree(course.root / "tests" / "hidden", "tests/hidden"))
    conftest = b'"""A plain `pytest` runs the tests on the exercises."""\n\npytest_plugins = ("grader.judge.plugin",)\n'
    return found | {PurePosixPath("tests/conftest.py"): conftest}


def answer_files(course: Course) -> Files:
    """What the diagnosis replays: solutions, misconceptions and edits. Never for learners.

    Where learners write tests, also the implementations that these are run on.
    """
    found = _of_track(course, _tree(course.root / "solutions", "solutions"))
    found |= _of_track(course, _tree(course.root / MISCONCEPTIONS, MISCONCEPTIONS))
    found |= _of_track(course, _tree(course.root / EDITS, EDITS))
    for tested in {exercise.tests_of for exercise in course.exercises if exercise.tests_of}:
        found |= _tree(course.root / MISCONCEPTIONS / tested, f"{MISCONCEPTIONS}/{tested}")
        found |= _tree(course.root / ALTERNATIVES / tested, f"{ALTERNATIVES}/{tested}")
        found |= _named(course.root / "solutions", [f"{tested}.py"], "solutions")
    return found


def grader_files(course: Course) -> Files:
    """The grader, its licence, and a pyproject.toml by which this course's installation gets what it needs."""
    try:
        project = read_project(PACKAGE)
    except LookupError as error:
        raise BundleError(str(error.args[0])) from None
    pyproject = template(
        "bundle",
        "package.toml",
        name=course.distribution,
        version=project.version,
        python=project.python,
        dependencies=_listed(project.dependencies),
        extras="\n".join(f"{name} = [\n{_listed(needed)}\n]" for name, needed in sorted(project.extras.items())),
    )
    files = {PurePosixPath("pyproject.toml"): pyproject.encode(), PurePosixPath("grader/LICENSE"): project.licence}
    package = {name: content for name, content in _tree(PACKAGE, "grader").items() if START_FILES not in name.parts}
    return package | files


def _listed(requirements: tuple[str, ...]) -> str:
    return "\n".join(f"    {json.dumps(text)}," for text in requirements)


def write_files(files: Files, folder: Path) -> None:
    """Write the tree into a folder; scripts are executable."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(mode_of(content))


def mode_of(content: bytes) -> int:
    """The permissions of a file."""
    return 0o755 if content.startswith(b"#!") else 0o644


def _named(folder: Path, names: Sequence[str], target: str) -> Files:
    return {PurePosixPath(target, name): _read(folder / name) for name in names}


def _tree(folder: Path, target: str) -> Files:
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        # compiled modules hold what they were compiled from
        if path.is_file() and not any(re.fullmatch(r"__pycache__|.*\.pyc|\..*", part) for part in name.parts):
            found[PurePosixPath(target, *name.parts)] = _read(path)
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BundleError(f"{path}: cannot be read ({error.strerror})") from None
