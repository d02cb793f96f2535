"""What a host is: a place where submissions are graded, described in one file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from grader.course.file import Course
from grader.report.telling import Telling, tell
from grader.result.document import Document

Files = dict[PurePosixPath, bytes]  # a tree in memory: relative paths and contents


@dataclass(frozen=True)
class Graded:
    """A graded submission, as a host gets it.

    Attributes:
        document: the result.
        course: its course.
        submission: where the work lies.
        notes: what the learner should know about what was chosen to be graded, in sentences.
        folder: where the host's files go; None for where the host has them.
    """

    document: Document
    course: Course
    submission: Path
    notes: tuple[str, ...] = ()
    folder: Path | None = None

    @cached_property
    def telling(self) -> Telling:
        """The report on all of it."""
        return tell(self.document, self.course, notes=self.notes)


@dataclass(frozen=True)
class Parts:
    """The files that a bundle can make an autograder from.

    Attributes:
        graded: exercises, public and hidden tests, and the grader.
        answers: solutions and misconceptions, for the diagnosis; never for learners.
    """

    graded: Files
    answers: Files


@dataclass(frozen=True)
class Autograder:
    """The half of a bundle that learners do not get.

    Attributes:
        files: puts its tree together.
        zipped: whether the host takes it as one file, a zip.
    """

    files: Callable[[Parts], Files]
    zipped: bool = False


def _nothing(_course: Course) -> Files:
    return {}


def _no_files(_folder: Path | None, _submission: Path) -> tuple[Path, ...]:
    return ()


@dataclass(frozen=True)
class Host:
    """A place where submissions are graded.

    Attributes:
        deliver: writes what the host reads about a graded submission; raises OSError.
        readme: what learners read in their README about handing in: one or two sentences.
        results: the files that `deliver` writes, given their folder (None for where the host has them) and the
            submission; what an earlier run left there is no result of this one.
        handout: what the host needs in the learners' tree, such as a workflow.
        autograder: what grades, where that is not in the learners' tree.
        reads_exit_status: whether exit status 1 means missing points; other hosts read a file, and take any status but
            0 for a fault.
        reads_commands: whether lines of its log can be commands, so that the report has to be guarded.
    """

    deliver: Callable[[Graded], None]
    readme: str
    results: Callable[[Path | None, Path], tuple[Path, ...]] = _no_files
    handout: Callable[[Course], Files] = _nothing
    autograder: Autograder | None = None
    reads_exit_status: bool = False
    reads_commands: bool = True


def below(folder: str, files: Files) -> Files:
    """The same tree, one folder further down."""
    return {folder / name: content for name, content in files.items()}
