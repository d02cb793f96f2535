"""A tree of files in memory, and the parts that every bundle is put together from: course, tests, grader, package."""

import json
import re
from pathlib import Path, PurePosixPath

from grader.bundle.project import DISTRIBUTION, read_project
from grader.bundle.texts import template
from grader.course.catalogue import EDITS, MISCONCEPTIONS
from grader.course.file import Course
from grader.course.stubs import StubError, current_stub
from grader.package import PACKAGE

Files = dict[PurePosixPath, bytes]


class BundleError(Exception):
    """A bundle cannot be made, in one sentence that says what to do."""


def course_files(course: Course) -> Files:
    """The exercises as learners get them: course.toml, pages, their pictures, and stubs as the solutions make them now.

    Each stub is there twice: once to work in, once kept in `exercises/.stubs` for `grader reset`.
    """
    found = _named(course.root / "exercises", ["README.md", "course.toml"], "exercises")
    found |= _tree(course.root / "exercises" / "images", "exercises/images")
    for exercise in course.exercises:
        found |= _named(course.root / "exercises", [f"{exercise.name}.md"], "exercises")
        try:
            stub = current_stub(course, exercise).encode()
        except StubError as error:
            raise BundleError(str(error)) from None
        found[PurePosixPath("exercises", f"{exercise.name}.py")] = stub
        found[PurePosixPath("exercises", ".stubs", f"{exercise.name}.py")] = stub
    return found


def test_files(course: Course, hidden: bool) -> Files:
    """The public tests, a conftest for a plain `pytest`, and the hidden ones if they are wanted."""
    found = _tree(course.root / "tests" / "public", "tests/public")
    if hidden:
        found |= _tree(course.root / "tests" / "hidden", "tests/hidden")
    conftest = b'"""A plain `pytest` runs the tests on the exercises."""\n\npytest_plugins = ("grader.judge.plugin",)\n'
    return found | {PurePosixPath("tests/conftest.py"): conftest}


def answer_files(course: Course) -> Files:
    """What the diagnosis replays: solutions, misconceptions and edits. Never a learner's to see."""
    trees = ("solutions", MISCONCEPTIONS, EDITS)
    return {name: content for tree in trees for name, content in _tree(course.root / tree, tree).items()}


def grader_files() -> Files:
    """The grader as a package that installs from where it lies: source, licence and pyproject.toml."""
    try:
        project = read_project(PACKAGE)
    except LookupError as error:
        raise BundleError(str(error.args[0])) from None
    pyproject = template(
        "package.toml",
        name=DISTRIBUTION,
        version=project.version,
        python=project.python,
        dependencies=_listed(project.dependencies),
        extras="\n".join(f"{name} = [\n{_listed(needed)}\n]" for name, needed in sorted(project.extras.items())),
    )
    files = {PurePosixPath("pyproject.toml"): pyproject.encode(), PurePosixPath("grader/LICENSE"): project.licence}
    return _tree(PACKAGE, "grader") | files


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


def below(folder: str, files: Files) -> Files:
    """The same tree, one folder further down."""
    return {folder / name: content for name, content in files.items()}


def _named(folder: Path, names: list[str], target: str) -> Files:
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
