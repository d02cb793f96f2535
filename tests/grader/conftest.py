"""The tiny course, without torch in its exercises, and a worker pool that all tests share."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.course.file import BUILDERS, Course, load_course
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from grader.pipe.pool import Workers
from grader.result.document import Document
from grader.submission.finding import read_submission
from grader.submission.reader_process import Reader
from tests.grader.commands import Run, in_process

os.environ["GRADER_LANG"] = (
    "en"  # the tests read English, whatever their author does; processes that they start inherit it
)

TINY = Path(__file__).parent / "courses" / "tiny"
ROOT = Path(__file__).resolve().parents[2]

Grade = Callable[..., Document]


@pytest.fixture
def tiny() -> Course:
    """A course of two exercises."""
    return load_course(TINY)


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    """A copy of the tiny course that a test may change."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny", ignore=shutil.ignore_patterns("__pycache__")))


@pytest.fixture(scope="session")
def workers(launcher: Launcher) -> Iterator[Workers]:
    """Workers with a second for a call, time for all tests together, and the objects that this course's tests pass."""
    builders = (ROOT / BUILDERS).read_bytes()
    with Workers(Limits(call_seconds=1.0, submission_seconds=1000.0, builders=builders), launcher) as pool:
        yield pool


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """A reader for one submission after another."""
    with Reader() as one:
        yield one


@pytest.fixture
def grade_text(tiny: Course, workers: Workers, reader: Reader, tmp_path: Path) -> Grade:
    """Grade the tiny course with the given module texts as the submission."""

    def graded(ex01: str | bytes | None = None, ex02: str | bytes | None = None, **options: object) -> Document:
        folder = tmp_path / "work"
        folder.mkdir(exist_ok=True)
        for name, text in (("ex01_total", ex01), ("ex02_running", ex02)):
            if text is not None:
                (folder / f"{name}.py").write_bytes(text.encode() if isinstance(text, str) else text)
        document = grade(tiny, read_submission(tiny, folder, reader=reader), workers, **options)  # type: ignore[arg-type]
        return replace_label(document)

    return graded


@pytest.fixture
def run_here(launcher: Launcher, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command that grades in this process, with workers from a process that has torch already."""
    monkeypatch.setattr("grader.cli.run.Launcher", lambda _layers: contextlib.nullcontext(launcher))
    return in_process


def replace_label(document: Document) -> Document:
    """The same document with what differs from run to run taken out."""
    import msgspec

    rows = tuple(msgspec.structs.replace(row, seconds=0.0) for row in document.exercises)
    provenance = msgspec.structs.replace(document.provenance, time="")
    return msgspec.structs.replace(document, submission="work", seconds=0.0, exercises=rows, provenance=provenance)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden reports are written anew on request, then read by a person."""
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew")
