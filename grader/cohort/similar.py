"""Work that is more alike than independent right work is: a reason to look, and no proof.

Modules are compared exercise by exercise, by the fingerprints of their tokens (winnowing: Schleimer, Wilkerson and
Aiken 2003), in a process of its own: what is compared was written by others, and a lexer may take long over it.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import msgspec

from grader.cohort.marks import Student
from grader.cohort.similar_process import Comparison, Found, Segments
from grader.cohort.store import Store
from grader.course.catalogue import ALTERNATIVES, MISCONCEPTIONS, modules_in
from grader.course.file import Course, Exercise
from grader.messages import _
from grader.package import ROOT

# hashes of texts differ from process to process unless this is fixed, and with them which fingerprints are kept
_ENVIRONMENT = {"PYTHONHASHSEED": "0"}
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from grader.cohort.similar_process import main; main()"
_SECONDS = 120.0
_MOST_WORKS = 1500  # different modules of one exercise; ten minutes for a class of ten thousand would be too long
_MOST_PAIRS = 40
_MOST_SHARING = 8  # students with the very same module of whom every pair is listed


@dataclass(frozen=True)
class SimilarPair:
    """Two students' modules of one exercise.

    Attributes:
        exercise: which.
        first: a student.
        second: the other.
        similarity: how much of the smaller one is in the other, from 0 to 1.
        threshold: what independent right answers reach.
        left: the first's module, in pieces that are shared or not.
        right: the second's.
    """

    exercise: str
    first: str
    second: str
    similarity: float
    threshold: float
    left: Segments
    right: Segments


@dataclass(frozen=True)
class SimilarWork:
    """What was compared, in a sentence, and the pairs that stand out, most alike first."""

    explanation: str
    pairs: tuple[SimilarPair, ...] = field(default=())


def find_similar(
    course: Course, exercises: Iterable[Exercise], students: Sequence[Student], store: Store
) -> SimilarWork:
    """Compare what different students handed in."""
    owners: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for student in students:
        for name, digest in student.reading.units.items():
            if name in student.keys:
                owners[name][digest].append(student.handin.student)
    comparisons = []
    works: dict[str, list[str]] = {}
    for exercise in exercises:
        digests, contents = _contents(owners[exercise.name], store)
        if sum(len(owners[exercise.name][digest]) for digest in digests) > 1:
            works[exercise.name] = digests
            comparisons.append(_comparison(course, exercise, contents))
    if not comparisons:
        return SimilarWork(_("There are no two modules of one exercise to compare."))
    found = _compare(comparisons)
    if isinstance(found, str):
        return SimilarWork(found)
    pairs = [pair for one in found for pair in _pairs(one, works[one.exercise], owners[one.exercise])]
    pairs.sort(key=lambda pair: (-pair.similarity, pair.exercise, pair.first, pair.second))
    said = [
        _(
            "Pairs of modules that share more than independent right answers to the same exercise do. The stub and all "
            "answers that the course knows, right and wrong, are left out of the comparison, and short exercises have "
            "few ways to be written: this is a reason to look, and no proof of anything."
        )
    ]
    if not pairs:
        said.append(_("There is none in this class."))
    if len(pairs) > _MOST_PAIRS:
        shown = _("The {shown} of {count} pairs that are most alike are shown.")
        said.append(shown.format(shown=_MOST_PAIRS, count=len(pairs)))
    if pairs and any(len(digests) >= _MOST_WORKS for digests in works.values()):
        compared = _("Of each exercise, the first {count} different modules were compared.")
        said.append(compared.format(count=_MOST_WORKS))
    return SimilarWork(" ".join(said), tuple(pairs[:_MOST_PAIRS]))


def _contents(owners: Mapping[str, list[str]], store: Store) -> tuple[list[str], list[bytes]]:
    digests: list[str] = []
    contents: list[bytes] = []
    for digest in owners:
        unit = store.unit(digest)
        content = unit.content
        if content is not None and not unit.problem and len(digests) < _MOST_WORKS:
            digests.append(digest)
            contents.append(content)
    return digests, contents


def _comparison(course: Course, exercise: Exercise, works: list[bytes]) -> Comparison:
    right = _known(modules_in(course, ALTERNATIVES, exercise))
    given = [course.path(tree, exercise) for tree in ("exercises", "solutions")]
    known = _known([*given, *modules_in(course, MISCONCEPTIONS, exercise)])
    return Comparison(exercise.name, works, right, known)


def _known(paths: Iterable[Path]) -> list[bytes]:
    return [path.read_bytes() for path in paths if path.is_file()]


def _compare(comparisons: list[Comparison]) -> list[Found] | str:
    """What the comparing process finds, or why it found nothing."""
    try:
        done = subprocess.run(
            # -P and -s: neither the current folder nor the user's packages have a say in what is imported
            [sys.executable, "-P", "-s", "-X", "utf8", "-c", _BOOT, str(ROOT)],
            input=msgspec.msgpack.encode(comparisons),
            capture_output=True,
            timeout=_SECONDS,
            env=os.environ | _ENVIRONMENT,
            cwd=tempfile.gettempdir(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"Nothing was compared: it took more than {_SECONDS:.0f} seconds."
    try:
        return msgspec.msgpack.decode(done.stdout, type=list[Found])
    except msgspec.DecodeError:
        if b"copydetect" in done.stderr:
            return "Nothing was compared: that needs copydetect (pip install -e '.[class]')."
        return "Nothing was compared: the process that compares ended early."


def _pairs(found: Found, digests: list[str], owners: Mapping[str, list[str]]) -> Iterable[SimilarPair]:
    for match in found.matches:
        firsts, seconds = owners[digests[match.first]], owners[digests[match.second]]
        if match.first == match.second:
            named = list(combinations(firsts[:_MOST_SHARING], 2))
        else:
            named = [(firsts[0], seconds[0])] if firsts[0] != seconds[0] else []
        for first, second in named:
            yield SimilarPair(found.exercise, first, second, match.similarity, found.threshold, match.left, match.right)
