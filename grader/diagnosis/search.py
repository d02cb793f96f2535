"""The search for an edit of a right program, or for two, that gives the learner's answers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from grader.course.catalogue import Misconception
from grader.diagnosis.agreement import agree, common_pieces
from grader.diagnosis.edits import Candidate, Edit, EditedPrograms
from grader.diagnosis.matching import Match, Matcher
from grader.diagnosis.memory import Memory
from grader.diagnosis.question import Question
from grader.diagnosis.replay import Replays
from grader.diagnosis.witness import facts_of, numbers_in

_MOST_PAIRS = 300  # of edits that are tried together, for one exercise: about a quarter of a second
_MORE_PAIRS = 60  # once one gives the answers: is there another that does?
_TELLING = 2  # wrong answers that edits are ranked by


class EditSearch:
    """Looks for edits that explain the tasks of one exercise; what explained one task is tried first for the next.

    Args:
        edits: the exercise's.
        matcher: compares their programs with the learner's.
        replays: asks them.
        memory: what is known of them.
    """

    def __init__(self, edits: EditedPrograms, matcher: Matcher, replays: Replays, memory: Memory) -> None:
        self._edits = edits
        self._matcher = matcher
        self._replays = replays
        self._memory = memory
        self._before: list[Misconception] = []
        self._left = _MOST_PAIRS
        self._spent = self._began = 0.0

    def explanation(self, question: Question) -> Misconception | None:
        """The edit that gives the learner's answers, or else the two edits; None if there are none."""
        numbers = numbers_in(question.learner.tree)
        self._left = max(self._left, _MORE_PAIRS)  # another task may be another mistake
        self._began = self._replays.cpu_seconds()
        found = self._chosen(question, self._before)
        found = found or self._chosen(question, (one.misconception for one in self._alone(numbers)))
        found = found or self._two(question, numbers)
        self._spent += self._replays.cpu_seconds() - self._began
        if found is not None and found not in self._before and "|" not in found.name:
            self._before.append(found)
        return found

    def _alone(self, numbers: Sequence[float]) -> Iterator[Candidate]:
        for candidate in self._edits.alone(numbers):
            if self._is_late():
                return
            self._memory.without_state(candidate.misconception.source)
            yield candidate

    def _is_late(self) -> bool:
        return self._spent + self._replays.cpu_seconds() - self._began > self._memory.search_seconds

    def _chosen(self, question: Question, candidates: Iterable[Misconception]) -> Misconception | None:
        return self._matcher.chosen(question, self._matcher.matches(question, candidates))

    def _two(self, question: Question, numbers: Sequence[float]) -> Misconception | None:
        matches: dict[int, list[Match]] = {}
        for candidate in self._together(question, numbers):
            # with two open numbers much can be made alike
            guessed = sum(edit.number is not None for edit in candidate.edits)
            match = self._matcher.matches(question, [candidate.misconception])
            if match:
                matches.setdefault(guessed, []).extend(match)
                self._left = min(self._left, _MORE_PAIRS)
        found = (self._matcher.chosen(question, matches[guessed]) for guessed in sorted(matches))
        return next(filter(None, found), None)

    def _together(self, question: Question, numbers: Sequence[float]) -> Iterator[Candidate]:
        """The programs with two edits that are tried, those first whose edits stand first."""
        place = {edit: at for at, edit in enumerate(self._ranked(question, numbers))}
        # the best with all others soon, the tenth with the eleventh late
        pairs = sorted(combinations(place, 2), key=lambda pair: (place[pair[0]] + 1) * (place[pair[1]] + 1))
        for one, other in pairs:
            for program in self._edits.programs if one.name != other.name else ():
                candidate = self._edits.candidate(program, (one, other))
                if candidate is None:
                    continue
                if self._left <= 0 or self._is_late():
                    return
                self._memory.without_state(candidate.misconception.source)
                self._left -= 1
                yield candidate

    def _ranked(self, question: Question, numbers: Sequence[float]) -> list[Edit]:
        """The edits, those first that alone explain most of a wrong answer, or of which the learner's code speaks.

        The code only decides where to look first: what is found has to give the answers.
        """
        wrong = [one for one in question.recorded if not agree(one.reply, question.right[one.at], {"log"})]
        own = facts_of(question.learner.tree)
        pieces: dict[Edit, int] = {}
        spoken: dict[Edit, int] = {}
        for candidate in self._alone(numbers):
            (edit,) = candidate.edits
            source = candidate.misconception.source
            common = (common_pieces(self._replays.reply(source, one.call), one.reply) for one in wrong[:_TELLING])
            pieces[edit] = max(sum(common), pieces.get(edit, 0))
            spoken[edit] = max(-len(candidate.facts ^ own), spoken.get(edit, -len(candidate.facts ^ own)))
        by_pieces = sorted(pieces, key=lambda edit: (-pieces[edit], -spoken[edit]))
        by_words = sorted(spoken, key=lambda edit: (-spoken[edit], -pieces[edit]))
        return list(dict.fromkeys(edit for both in zip(by_pieces, by_words, strict=True) for edit in both))
