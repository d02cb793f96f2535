"""Make a bundle: assemble its trees, prove that the learners' one gives no answer away, then move it into place."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.bundle.archive import zipped
from grader.bundle.leaks import find_leaks
from grader.bundle.learners import learner_files
from grader.bundle.manifest import NAME, Manifest, as_bytes, digests_of
from grader.bundle.trees import BundleError, answer_files, course_files, grader_files, test_files, write_files
from grader.course.file import Course
from grader.hosts import find_host
from grader.hosts.shared.host import Autograder, Files, Parts

LEARNERS = "learner"  # beside the autograder, where a host needs one
AUTOGRADER = "autograder"  # a folder, or a zip of this name


@dataclass(frozen=True)
class Bundle:
    """Where a bundle is: the learners' tree, and what grades it if that is not in there."""

    learners: Path
    autograder: Path | None = None


def make_bundle(
    course: Course,
    out: Path,
    host: str = "actions",
    include_hidden: bool = False,
    notebooks: bool = False,
    repository: str | None = None,
) -> Bundle:
    """Write what learners get into the folder `out`, which may not hold anything yet.

    Where the host needs a half of its own, `out` holds two: `learner`, and `autograder` (a folder or a zip).

    Args:
        course: with solutions, from which the stubs are made.
        out: where to.
        host: where work is graded, one of `grader.hosts.host_names()`.
        include_hidden: give learners the hidden tests.
        notebooks: give them a notebook of the whole course too.
        repository: where it can be cloned from, for the notebook's first cell.

    Raises:
        BundleError: `out` is taken, something is missing from the course, or the learners' tree would give an answer
            away.
        LookupError: there is no such host.
    """
    where = find_host(host)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise BundleError(f"{out}: there is something already. Give a folder that is empty or does not exist.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as scratch:
            files = learner_files(course, where, include_hidden, notebooks, repository)
            manifest = Manifest(
                course=course.name,
                version=course.version,
                host=host,
                include_hidden=include_hidden,
                notebooks=notebooks,
                repository=repository,
                track=course.looked_at,
                files=digests_of(files),
            )
            files[PurePosixPath(NAME)] = as_bytes(manifest)
            made = _write(course, Path(scratch) / "bundle", files, where.autograder)
            leaks = find_leaks(course, made.learners, include_hidden)
            if leaks:
                raise BundleError("nothing was written, since learners would get answers:\n  " + "\n  ".join(leaks))
            if out.exists():
                out.rmdir()
            shutil.move(Path(scratch) / "bundle", out)
    except OSError as error:
        raise BundleError(f"{error.filename or out}: cannot be written ({error.strerror})") from None
    autograder = None if made.autograder is None else out / made.autograder.name
    return Bundle(out if autograder is None else out / LEARNERS, autograder)


def _write(course: Course, folder: Path, learners: Files, autograder: Autograder | None) -> Bundle:
    if autograder is None:
        write_files(learners, folder)
        return Bundle(folder)
    write_files(learners, folder / LEARNERS)
    graded = course_files(course) | test_files(course, hidden=True) | grader_files(course)
    answers = answer_files(course)
    files = autograder.files(Parts(graded, answers))
    writing = [exercise.name for exercise in course.exercises if exercise.tests_of]
    if writing and not any(content in files.values() for content in answers.values()):
        why = "grading them needs known answers, and everybody can download what this host grades with"
        raise BundleError(f"{', '.join(writing)}: {why}. Give another host, or --track course.")
    if autograder.zipped:
        path = folder / f"{AUTOGRADER}.zip"
        path.write_bytes(zipped(files))
    else:
        path = folder / AUTOGRADER
        write_files(files, path)
    return Bundle(folder / LEARNERS, path)
