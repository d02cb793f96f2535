"""What an instructor hands out and what grades it: the learners' repository, and the halves that stay with the host."""

from grader.bundle.build import Made, make_bundle
from grader.bundle.leaks import find_leaks
from grader.bundle.trees import BundleError

__all__ = ["BundleError", "Made", "find_leaks", "make_bundle"]
