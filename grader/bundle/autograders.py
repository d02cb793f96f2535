"""The halves of a bundle that learners do not get: what grades their work on Classroom 50 and on Gradescope."""

import io
import zipfile
from pathlib import PurePosixPath

from grader.bundle.files import Files, answer_files, below, course_files, grader_files, mode_of, test_files
from grader.bundle.texts import template
from grader.course.file import Course


def classroom50_files(course: Course) -> Files:
    """The assignment's folder, `CLASSROOM/autograders/ASSIGNMENT`.

    Everybody can download it, so there are neither solutions nor misconceptions in it, and no diagnosis comes of it.
    """
    graded = course_files(course) | test_files(course, hidden=True) | grader_files(course)
    return below("course", graded) | {PurePosixPath("autograder.py"): template("classroom50/autograder.py").encode()}


def gradescope_files(course: Course) -> Files:
    """What is in the autograder's zip: since only the instructor can download it, also what the diagnosis needs."""
    graded = course_files(course) | test_files(course, hidden=True) | grader_files(course) | answer_files(course)
    scripts = {PurePosixPath(name): template(f"gradescope/{name}").encode() for name in ("setup.sh", "run_autograder")}
    return below("course", graded) | scripts


def zipped(files: Files) -> bytes:
    """Return the tree as a zip archive, the same bytes for the same tree."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(str(name))
            entry.external_attr = mode_of(content) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()
