"""Comparing modules by the fingerprints of their tokens, in a process of its own."""

import io
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import msgspec
from msgspec import Struct

# letters after tokens are shortened (a name is one letter): what two texts share is seen from 25 on, and never below 20
_LETTERS, _WINDOW = 20, 6
_FEWEST_SHARED = 8  # fingerprints; less is a line that anybody may write
_MEMORY = 4 * 1024**3  # bytes
_LEAST = 0.5  # of the smaller module; below that nobody would call two modules alike
_MOST_COMMON = 12  # modules with the same fingerprint: what so many have, they have from class

Segments = tuple[tuple[str, bool], ...]


class Comparison(Struct, frozen=True):
    """The modules of one exercise.

    Attributes:
        exercise: which.
        works: of students, all different.
        right: known right answers, written independently of each other.
        known: what else is known: the stub, the solution, wrong answers.
    """

    exercise: str
    works: list[bytes]
    right: list[bytes]
    known: list[bytes]


class Match(Struct, frozen=True):
    """Two works that are alike, by number.

    Attributes:
        first: a work.
        second: another, or the same: several students handed in this one.
        similarity: how much of the smaller one is in the other.
        left: the text of the first in pieces that are shared or not.
        right: that of the second.
    """

    first: int
    second: int
    similarity: float
    left: Segments
    right: Segments


class Found(Struct, frozen=True):
    """The matches of one exercise, and the similarity that independent right answers reach."""

    exercise: str
    threshold: float
    matches: list[Match]


def main() -> None:
    """Compare what comes in on standard input."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    comparisons = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=list[Comparison])
    answers.write(msgspec.msgpack.encode([compare(one) for one in comparisons]))


def compare(comparison: Comparison) -> Found:
    """Compare the works of one exercise."""
    right = [_fingerprint(text).hashes for text in comparison.right]
    known: set[int] = set().union(*(_fingerprint(text).hashes for text in comparison.known))
    threshold = independent_similarity(right, known)
    known = known.union(*right)
    prints = [_fingerprint(text) for text in comparison.works]
    own = [one.hashes - known for one in prints]
    matches = []
    for first, second in _candidates(own):
        shared = own[first] & own[second]
        similarity = _similarity(shared, own[first], own[second])
        if len(shared) >= _FEWEST_SHARED and similarity > threshold:
            left, its_twin = _segments(prints[first], shared), _segments(prints[second], shared)
            matches.append(Match(first, second, similarity, left, its_twin))
    # the very same text, in the hands of several
    for number, hashes in enumerate(own):
        if len(hashes) >= _FEWEST_SHARED:
            same = _segments(prints[number], hashes)
            matches.append(Match(number, number, 1.0, same, same))
    return Found(comparison.exercise, threshold, matches)


def independent_similarity(right: Sequence[set[int]], known: set[int]) -> float:
    """The largest similarity of two right answers that were written independently.

    Of each pair, what is known besides those two is left out, as all that is known is left out of students' work.
    """
    holders = Counter(one for hashes in right for one in hashes)
    largest = _LEAST
    for first, second in combinations(right, 2):

        def own(hashes: set[int], pair: tuple[set[int], set[int]] = (first, second)) -> set[int]:
            return {one for one in hashes - known if holders[one] <= sum(one in of for of in pair)}

        mine, its = own(first), own(second)
        if len(mine & its) >= _FEWEST_SHARED:
            largest = max(largest, _similarity(mine & its, mine, its))
    return largest


def _similarity(shared: set[int], first: set[int], second: set[int]) -> float:
    return len(shared) / max(1, min(len(first), len(second)))


def _candidates(own: Sequence[set[int]]) -> Iterable[tuple[int, int]]:
    """The pairs that share enough to be looked at."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, hashes in enumerate(own):
        for one in hashes:
            holders[one].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _MOST_COMMON:
            shared.update(combinations(numbers, 2))
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST_SHARED)


def _fingerprint(text: bytes) -> Any:
    from copydetect import CodeFingerprint

    return CodeFingerprint("module.py", _LETTERS, _WINDOW, fp=io.StringIO(text.decode("utf-8", "replace")))


def _segments(fingerprint: Any, shared: set[int]) -> Segments:
    """The text in pieces, marked where its fingerprints are shared."""
    import numpy as np
    from copydetect.utils import get_copied_slices

    places = np.concatenate([np.array(fingerprint.hash_idx[one]) for one in sorted(shared)])
    slices = get_copied_slices(places, _LETTERS)
    if len(fingerprint.offsets):
        # from letters of the shortened text to those of the module
        at = np.clip(np.searchsorted(fingerprint.offsets[:, 0], slices), 0, len(fingerprint.offsets) - 1)
        slices = slices + fingerprint.offsets[:, 1][at]
    code = fingerprint.raw_code
    pieces: list[tuple[str, bool]] = []
    end = 0
    for start, stop in sorted(zip(slices[0].tolist(), slices[1].tolist(), strict=True)):
        start, stop = max(int(start), end), min(int(stop), len(code))
        if stop > start:
            pieces += [(code[end:start], False), (code[start:stop], True)]
            end = stop
    return tuple(piece for piece in (*pieces, (code[end:], False)) if piece[0])
