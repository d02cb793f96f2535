"""Make a bundle: put its trees together, prove that the learners' one gives nothing away, then put it there."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader.bundle.autograders import classroom50_files, gradescope_files, zipped
from grader.bundle.files import BundleError, Files, write_files
from grader.bundle.leaks import find_leaks
from grader.bundle.learners import learner_files
from grader.course.file import Course

LEARNERS = "learner"  # beside the autograder, where a host needs one


@dataclass(frozen=True)
class Made:
    """What was made: the learners' tree, and what grades it if that is not in there."""

    learners: Path
    autograder: Path | None = None


def make_bundle(
    course: Course, out: Path, host: str = "actions", include_hidden: bool = False, notebooks: bool = False
) -> Made:
    """Write what learners get into the folder `out`, which may not hold anything yet.

    Where the host needs a half of its own, `out` holds two: `learner`, and `autograder` (a folder or a zip).

    Args:
        course: with solutions, from which the stubs are made.
        out: where to.
        host: "actions", "classroom", "classroom50" or "gradescope".
        include_hidden: give learners the hidden tests.
        notebooks: give them a notebook of the whole course too.

    Raises:
        BundleError: `out` is taken, something is missing from the course, or the learners' tree would give an answer
            away.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise BundleError(f"{out}: there is something already. Give a folder that is empty or does not exist.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
            files = learner_files(course, host, include_hidden, notebooks)
            made = _write(course, Path(scratch) / "bundle", files, host)
            leaks = find_leaks(course, made.learners, include_hidden)
            if leaks:
                raise BundleError("nothing was written, since learners would get answers:\n  " + "\n  ".join(leaks))
            if out.exists():
                out.rmdir()
            shutil.move(Path(scratch) / "bundle", out)
    except OSError as error:
        raise BundleError(f"{error.filename or out}: cannot be written ({error.strerror})") from None
    autograder = None if made.autograder is None else out / made.autograder.name
    return Made(out if autograder is None else out / LEARNERS, autograder)


def _write(course: Course, folder: Path, learners: Files, host: str) -> Made:
    if host not in ("classroom50", "gradescope"):
        write_files(learners, folder)
        return Made(folder)
    write_files(learners, folder / LEARNERS)
    if host == "classroom50":
        write_files(classroom50_files(course), folder / "autograder")
        return Made(folder / LEARNERS, folder / "autograder")
    (folder / "autograder.zip").write_bytes(zipped(gradescope_files(course)))
    return Made(folder / LEARNERS, folder / "autograder.zip")
