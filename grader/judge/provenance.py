"""What a document was made from, with what, and when."""

import datetime
import sys

from grader.course.digest import course_digest
from grader.course.file import Course
from grader.package import VERSION
from grader.pipe.errors import GraderFault
from grader.result.document import Provenance
from grader.submission.finding import Submission


def provenance_of(course: Course, graded: Submission, course_sha256: str | None = None) -> Provenance:
    """Return what is known before grading begins; torch's version is not, and left empty.

    Args:
        course: whose tests will run.
        graded: the exercises that will be graded, and no others.
        course_sha256: the course's digest, if it is known.

    Raises:
        GraderFault: a file of the course cannot be read.
    """
    try:
        course_sha256 = course_digest(course) if course_sha256 is None else course_sha256
    except OSError as error:
        raise GraderFault(f"{error.filename}: cannot be read ({error.strerror})") from None
    now = datetime.datetime.now(datetime.UTC)
    return Provenance(
        submission_kind=graded.kind,
        submission_sha256=graded.sha256,
        course_sha256=course_sha256,
        grader=VERSION,
        torch="",
        python=sys.version.partition(" ")[0],
        time=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
