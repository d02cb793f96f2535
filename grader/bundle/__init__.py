"""What an instructor hands out and what grades it: the learners' repository, and the half that stays with the host."""

from grader.bundle.build import Bundle, make_bundle
from grader.bundle.leaks import find_leaks
from grader.bundle.trees import BundleError

__all__ = ["Bundle", "BundleError", "find_leaks", "make_bundle"]
