"""What an instructor hands out and what grades it: the learners' repository, and the halves that stay with the host."""

from grader.bundle.build import Made, make_bundle
from grader.bundle.files import BundleError
from grader.bundle.leaks import find_leaks

__all__ = ["BundleError", "Made", "find_leaks", "make_bundle"]
