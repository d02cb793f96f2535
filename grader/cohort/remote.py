"""What runs in a Dask worker on another machine: the course unpacked once, and a warm judge for each thread.

A worker needs this package and nothing else: the course comes to it as an archive.
"""

import atexit
import io
import queue
import shutil
import tempfile
import zipfile
from pathlib import Path

import msgspec

from grader.cohort.judge_process import Fault, Graded, Orders, encode
from grader.cohort.judges import JudgeEnded, LocalJudge, patience
from grader.cohort.units import Settings, Unit, grader_digest, versions
from grader.course.catalogue import MISCONCEPTIONS
from grader.course.file import Course, load_course
from grader.pipe.errors import GraderFault

NOT_PREPARED = b"not prepared"
_TREES = ("exercises", "solutions", "tests/public", "tests/hidden", MISCONCEPTIONS)  # with all below; and of tests:
_TOP = "tests"  # what lies at its top, such as what a course adds to what tests can pass


def about() -> dict[str, str]:
    """What this process would grade with."""
    return {**versions(), "grader": grader_digest()}


def pack_course(course: Course) -> bytes:
    """The course as an archive: all that grading reads of it, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        paths = [path for tree in _TREES for path in (course.root / tree).rglob("*")]
        for path in sorted([*paths, *(course.root / _TOP).glob("*.py")]):
            if path.is_file() and path.suffix in (".py", ".toml", ".md", ".po"):
                info = zipfile.ZipInfo(path.relative_to(course.root).as_posix())
                archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Site:
    """A course on this machine, with its idle judges."""

    def __init__(self, archive: bytes, settings: Settings) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="grader-course-"))
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            packed.extractall(self._folder)  # our own archive, from whoever may run code here anyway
        self._orders = Orders(str(self._folder), settings)
        self._patience = patience(load_course(self._folder).limits)
        self._idle: queue.SimpleQueue[LocalJudge] = queue.SimpleQueue()

    def warm_up(self) -> None:
        """Have a judge ready; raises GraderFault where nothing can be graded here."""
        self._idle.put(self._new_judge())

    def grade(self, unit: Unit) -> Graded | Fault:
        """Grade a unit with an idle judge, or a new one; raises JudgeEnded and GraderFault."""
        try:
            judge = self._idle.get_nowait()
        except queue.Empty:
            judge = self._new_judge()
        try:
            outcome = judge.grade(unit)
        except BaseException:
            judge.end()
            raise
        if isinstance(outcome, Fault):
            judge.end()  # as on the machine that asks: the next try gets a new one
        else:
            self._idle.put(judge)
        return outcome

    def _new_judge(self) -> LocalJudge:
        return LocalJudge(self._orders, self._patience).started()

    def close(self) -> None:
        """End the judges and take the course away."""
        while not self._idle.empty():
            self._idle.get_nowait().end()
        shutil.rmtree(self._folder, ignore_errors=True)


_sites: dict[str, _Site] = {}  # by name of the run; a Dask worker keeps nothing else from task to task


def prepare(name: str, archive: bytes, settings: bytes) -> str:
    """Unpack the course and warm a judge up; returns why that is impossible, or ""."""
    if name in _sites:
        return ""
    site = _Site(archive, msgspec.msgpack.decode(settings, type=Settings))
    try:
        site.warm_up()
    except GraderFault as fault:
        site.close()
        return str(fault)
    _sites[name] = site
    return ""


def grade_there(name: str, unit: bytes) -> bytes:
    """Grade a unit, tried twice as anywhere; returns the outcome as a frame, or NOT_PREPARED."""
    site = _sites.get(name)
    if site is None:
        return NOT_PREPARED
    outcome: Graded | Fault = Fault("it was not tried")
    for _try in range(2):
        try:
            outcome = site.grade(msgspec.msgpack.decode(unit, type=Unit))
        except (JudgeEnded, GraderFault) as ended:
            outcome = Fault(f"the judge {ended}" if isinstance(ended, JudgeEnded) else str(ended))
        if isinstance(outcome, Graded):
            break
    return encode(outcome)


def forget(name: str) -> None:
    """End a run's judges."""
    site = _sites.pop(name, None)
    if site is not None:
        site.close()


@atexit.register
def _forget_all() -> None:
    for name in tuple(_sites):
        forget(name)
