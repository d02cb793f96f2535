"""`python -m tests.hostile.fuzzing MINUTES [SEED]`: hand in whatever Hypothesis thinks of, for as long as you like.

Files are drawn with their names, put into a folder, and read as a submission and as a class's archive; the reader is a
real one, locked down. Every so often the submission is graded too, in real workers, and its report is written. Whatever
was handed in, the judge never raises, never takes more than `MEMORY_MB`, and never more than `BEYOND_SECONDS` longer
than the limits of the work allow. What breaks one of these is made as small as it goes and kept in `fuzzed/`, where the
suite finds it; then the run goes on. A minute tries some hundred submissions.
"""

import base64
import io
import json
import os
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import click
import msgspec
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from rich.console import Console

from grader.cohort.handins import HandinReader
from grader.cohort.intake.items import IntakeError
from grader.cohort.intake.read_class import read_class
from grader.cohort.store import Store
from grader.judge.run import grade
from grader.pipe.launcher import Launcher
from grader.pipe.limits import Limits
from grader.pipe.pool import Workers
from grader.pipe.watchdog import WALL_PER_CPU
from grader.report.html import page
from grader.report.telling import tell
from grader.report.terminal import print_report
from grader.source.module import Source
from grader.source.rules import autograd_uses, uses_of
from grader.submission.finding import Submission, SubmissionError, exercises_in, read_submission
from grader.submission.reader_process import SUBMISSION_SECONDS, Reader
from tests.hostile.handed_in import COURSE, Files, archives, handed_in, names
from tests.hostile.peak_memory import forget_peak_memory, peak_memory_mb

MEMORY_MB = 300  # that the judge may use
BEYOND_SECONDS = 10.0  # that the judge may take longer than the limits of the work
FUZZED = Path(__file__).resolve().parent / "fuzzed"
_EXAMPLES = 100  # of one seed
_LONGEST_FOLDER = 200  # bytes
_GRADED = st.sampled_from([False] * 7 + [True])  # whether a submission is graded; that takes a second
_LIMITS = Limits(call_seconds=0.5, submission_seconds=4.0, memory_mb=256, idle_seconds=1.0)
_READING = WALL_PER_CPU * SUBMISSION_SECONDS  # seconds that reading a submission may take
# the search for causes has limits of its own, and replays calls in workers with the same
_GRADING = 2 * (WALL_PER_CPU * _LIMITS.submission_seconds + _LIMITS.idle_seconds_in_all)

T = TypeVar("T")


class Judge:
    """What reads and grades, kept from one submission to the next."""

    def __init__(self, stack: ExitStack) -> None:
        self.reader = stack.enter_context(Reader())
        self.launcher = stack.enter_context(Launcher())
        store = Store(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        stack.callback(store.close)
        self._handins = HandinReader(COURSE, store, COURSE.exercises, self.reader)

    def read(self, files: Files, name: bytes) -> Submission | None:
        """Read files as a submission in a folder of this name, and demand what must be true of any."""
        with tempfile.TemporaryDirectory() as outer:
            folder = Path(outer, os.fsdecode(name[:_LONGEST_FOLDER]))
            folder.mkdir()
            written = [path for file, content in files.items() if (path := _write(folder, file, content))]
            work = _within(_READING, partial(self._read, folder))
            for path in written[:1]:
                _within(_READING, partial(exercises_in, COURSE, path, self.reader))
                _within(_READING, partial(self._read, path))
        if work is not None:
            assert set(work.sources) == {exercise.name for exercise in COURSE.exercises}
            _ask_all(work)
        return work

    def read_class(self, archive: bytes) -> None:
        """Read an archive as that of a class."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "class.zip")
            path.write_bytes(archive)
            try:
                intake = _within(_READING, partial(read_class, COURSE, path))
            except IntakeError as error:
                str(error).encode()
                return
            for handin in intake.handins[:5]:
                _within(_READING, partial(self._handins.read, handin))

    def grade(self, work: Submission) -> None:
        """Grade a submission's first module, and write its report."""
        there = [one for one in COURSE.exercises if isinstance(work.sources.get(one.name), Source)][:1]
        chosen = tuple(there or COURSE.exercises[:1])
        limits = replace(_LIMITS, preload=COURSE.limits.preload, watched=COURSE.limits.watched)

        def report() -> None:
            with Workers(limits, launcher=self.launcher) as workers:
                document = grade(COURSE, work, workers, chosen)
            listed = [(row.name, [task.id for task in row.tasks]) for row in document.exercises]
            assert listed == [(one.name, [task.id for task in one.tasks]) for one in COURSE.exercises]
            msgspec.json.encode(document)
            print_report(tell(document, COURSE), Console(file=io.StringIO(), width=80))
            page(tell(document, COURSE)).encode()

        _within(_GRADING, report)

    def _read(self, path: Path) -> Submission | None:
        try:
            return read_submission(COURSE, path, reader=self.reader)
        except SubmissionError as error:
            str(error).encode()  # raises if it is no text
            return None


def _write(folder: Path, file: bytes, content: bytes) -> Path | None:
    path = folder / os.fsdecode(file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError:  # a name that is too long, or a folder's: there can be no such file
        return None
    return path


def _ask_all(work: Submission) -> None:
    """Ask of every module what the judge asks."""
    [note.encode() for note in (work.label, *work.notes, work.sha256)]
    for exercise in COURSE.exercises:
        source = work.sources[exercise.name]
        if not isinstance(source, Source):
            assert source.message.encode()
            continue
        uses_of(source, exercise.functions, ("torch.nn", "torch.optim"))
        autograd_uses(source, exercise.functions)
        assert all(source.place(line).encode() for line in range(len(source.lines) + 2))


def _within(seconds: float, do: Callable[[], T]) -> T:
    """Do it, and demand that it took no longer than it may; on a busy machine the second time counts."""
    for attempt in (1, 2):
        forget_peak_memory()
        started = time.monotonic()
        result = do()
        taken = time.monotonic() - started
        peak = peak_memory_mb()
        assert peak < MEMORY_MB, f"the judge took {peak:.0f} MiB"
        if taken <= seconds + BEYOND_SECONDS:
            break
        assert attempt == 1, f"{taken:.0f} s, where the limits of the work are {seconds:.0f} s"
    return result


# ---- what was found ----


def keep(number: int, files: Files, name: bytes, archive: bytes | None) -> Path:
    """Keep a case where the suite finds it."""
    case = {
        "name": _as_text(name),
        "files": {_as_text(path): _as_text(content) for path, content in files.items()},
        "archive": None if archive is None else _as_text(archive),
    }
    FUZZED.mkdir(exist_ok=True)
    path = FUZZED / f"seed_{number}.json"
    path.write_text(json.dumps(case, indent=1) + "\n", encoding="utf-8")
    return path


def kept(path: Path) -> tuple[Files, bytes, bytes | None]:
    """The files, the folder's name, and the archive of a case."""
    case = json.loads(path.read_text(encoding="utf-8"))
    files = {_as_bytes(name): _as_bytes(content) for name, content in case["files"].items()}
    return files, _as_bytes(case["name"]), None if case["archive"] is None else _as_bytes(case["archive"])


def _as_text(content: bytes) -> str:
    return base64.b85encode(content).decode("ascii")


def _as_bytes(text: str) -> bytes:
    return base64.b85decode(text)


def try_out(judge: Judge, files: Files, name: bytes, archive: bytes | None, is_graded: bool) -> None:
    """Hand in one case in every way."""
    work = judge.read(files, name)
    if archive is not None:
        judge.read_class(archive)
    if work is not None and is_graded:
        judge.grade(work)


def fuzz(judge: Judge, number: int) -> tuple[int, str]:
    """Try the submissions of one seed; return how many there were, and what was found, as a traceback or ""."""
    last: list[tuple[Files, bytes, bytes | None]] = []
    tried = 0

    @seed(number)
    @settings(
        max_examples=_EXAMPLES,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(files=handed_in(), name=names(), archive=st.none() | archives(), is_graded=_GRADED)
    def hand_in(files: Files, name: bytes, archive: bytes | None, is_graded: bool) -> None:
        nonlocal tried
        tried += 1
        last[:] = [(files, name, archive)]
        try_out(judge, files, name, archive, is_graded)

    try:
        hand_in()
    except Exception:  # whatever it is
        # Hypothesis ends with the smallest case
        return tried, f"{keep(number, *last[0])}\n{traceback.format_exc()}"
    return tried, ""


def main() -> None:
    """Fuzz, seed after seed, until the time is over."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    first = number = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    until = time.monotonic() + 60 * minutes
    submissions = findings = 0
    with ExitStack() as stack:
        judge = Judge(stack)
        while time.monotonic() < until:
            tried, finding = fuzz(judge, number)
            submissions, number = submissions + tried, number + 1
            if finding:
                findings += 1
                click.echo(finding)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            click.echo(f"seeds {first} to {number - 1}: {submissions} submissions, {findings} findings, {peak} MiB")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
