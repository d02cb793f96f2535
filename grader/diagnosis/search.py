"""The search for an edit of a right program, or for two, that gives the learner's answers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, zip_longest

from grader.course.catalogue import Misconception
from grader.diagnosis.agreement import agree, common_pieces, oddities
from grader.diagnosis.edits import Candidate, Edit, EditedPrograms
from grader.diagnosis.matching import Match, Matcher
from grader.diagnosis.memory import Memory
from grader.diagnosis.question import Question
from grader.diagnosis.replay import Replays
from grader.pipe.exchange import Exchange
from grader.pipe.frames import Call
from grader.source.style import words_of

_MORE_PAIRS = 60  # once one gives the answers: is there another that does?
_TELLING = 2  # wrong answers that edits are ranked by
_AT_ONCE = 24  # programs that are asked in one request
_EACH = 3  # numbers and ways of one edit that are tried together with other edits
_WHOLE = 2  # edits that are tried with all others first
_SOONER = 0.25


class EditSearch:
    """Looks for edits that explain the tasks of one exercise; what explained one task is tried first for the next.

    Args:
        edits: the exercise's.
        matcher: compares their programs with the learner's.
        replays: asks them.
        memory: what is known of them.

    Attributes:
        matching: single edits that gave the last question's values, whether or not they explained it.
    """

    def __init__(self, edits: EditedPrograms, matcher: Matcher, replays: Replays, memory: Memory) -> None:
        self._edits = edits
        self._matcher = matcher
        self._replays = replays
        self._memory = memory
        self.matching: list[Match] = []
        self._before: list[Misconception] = []
        self._left = memory.patience.pairs
        self._spent = self._began = 0.0
        self._words: frozenset[str] = frozenset()  # of the learner's code
        self._programs: list[str] = []

    def explanation(self, question: Question) -> Misconception | None:
        """The edit that gives the learner's answers, or else the two edits; None if there are none."""
        numbers = question.learner.facts.numbers
        self._left = max(self._left, min(_MORE_PAIRS, self._memory.patience.pairs))  # another task, another mistake
        self._began = self._replays.cpu_seconds()
        self._words = words_of(question.learner.facts.style)
        self._programs = [*self._fitting(question)] or self._edits.programs
        found = self._matcher.chosen(question, self._matcher.matches(question, self._before))
        found = found or self._one(question, numbers)
        found = found or (self._two(question, numbers) if self._left else None)
        self._spent += self._replays.cpu_seconds() - self._began
        if found is not None and found not in self._before and "|" not in found.name:
            self._before.append(found)
        return found

    def _one(self, question: Question, numbers: Sequence[float]) -> Misconception | None:
        calls = [one.call for one in question.recorded[:1]]  # most are ruled out by the first
        candidates = self._asked(self._alone(numbers), calls)
        found: list[_Found] = []
        while some := list(islice(candidates, _AT_ONCE)):
            found += self._matches(question, some)
        self.matching = [*_with_one_number_each(found, numbers)]
        return self._matcher.chosen(question, self.matching)

    def _two(self, question: Question, numbers: Sequence[float]) -> Misconception | None:
        found: dict[int, list[_Found]] = {}
        said = set[frozenset[str]]()
        for candidate in self._together(question, numbers):
            words = frozenset(edit.says for edit in candidate.edits)
            if words in said:  # by the same two in another order, or in other ways
                continue
            matches = self._matches(question, [candidate])
            if matches:
                said.add(words)
                # with two open numbers much can be made alike
                guessed = sum(edit.number is not None for edit in candidate.edits)
                found.setdefault(guessed, []).extend(matches)
                self._left = min(self._left, _MORE_PAIRS)
        for guessed in sorted(found):
            found[guessed] = _smallest(found[guessed])
            chosen = self._matcher.chosen(question, _with_one_number_each(found[guessed], numbers))
            if chosen is not None:
                return chosen
        return None

    def _matches(self, question: Question, candidates: Sequence[Candidate]) -> list["_Found"]:
        of_misconception = {id(one.misconception): one for one in candidates}
        matches = self._matcher.matches(question, [one.misconception for one in candidates])
        return [(of_misconception[id(match[0])], match) for match in matches]

    def _fitting(self, question: Question) -> Iterator[str]:
        """The right programs that give the learner's right answers: they may draw their numbers in another order."""
        sound = [one for one in question.recorded if agree(one.reply, question.right[one.at], log=question.log)]
        for program in self._edits.programs:
            source = self._edits.right(program)
            if all(agree(self._replays.reply(source, one.call), one.reply) for one in sound[:_TELLING]):
                yield program

    def _alone(self, numbers: Sequence[float], variants: bool = True) -> Iterator[Candidate]:
        programs = self._programs if variants else self._programs[:1]
        for candidate in self._edits.alone(numbers, programs, self._words):
            if self._is_late():
                return
            yield candidate

    def _is_late(self) -> bool:
        return self._seconds_left() <= 0

    def _seconds_left(self) -> float:
        return self._memory.patience.seconds - self._spent - self._replays.cpu_seconds() + self._began

    def _asked(self, candidates: Iterator[Candidate], calls: Sequence[Call]) -> Iterator[Candidate]:
        """The same candidates, whose replies to these calls are asked for many at a time, while there is time."""
        while some := list(islice(candidates, _AT_ONCE)):
            for call in calls:
                if not self._is_late():
                    sources = [one.misconception.source for one in some]
                    self._replays.ask_together(sources, call, self._seconds_left())
            if self._is_late():
                return
            yield from some

    def _together(self, question: Question, numbers: Sequence[float]) -> Iterator[Candidate]:
        """The programs with two edits that are tried, those first whose edits stand first."""
        ranked, whole = self._ranked(question, numbers)
        place = {edit: at for at, edit in enumerate(ranked)}
        # the best with all others soon, the tenth with the eleventh late; what explains a wrong answer alone with
        # all others first
        pairs = sorted(
            combinations(place, 2),
            key=lambda pair: (place[pair[0]] + 1) * (place[pair[1]] + 1) * (_SOONER if pair[0] in whole else 1),
        )
        candidates = (
            self._edits.candidate(self._programs[0], pair) for pair in pairs if pair[0].name != pair[1].name
        )  # two edits, and not one with two numbers
        fitting = islice((one for one in candidates if one is not None), self._left)
        for candidate in self._asked(fitting, [one.call for one in question.recorded[:1]]):
            if self._left <= 0 or self._is_late():
                return
            self._left -= 1
            yield candidate

    def _ranked(self, question: Question, numbers: Sequence[float]) -> tuple[list[Edit], set[Edit]]:
        """The edits, those first that alone explain most of a wrong answer, or of which the learner's code speaks.

        The code only decides where to look first: what is found has to give the answers. The second are the first few
        that give a wrong answer as it is; another mistake then shows in other answers.
        """
        wrong = [
            one for one in question.recorded if not agree(one.reply, question.right[one.at], {"log"}, question.log)
        ]
        telling = _telling(wrong, question)
        own = frozenset(question.learner.facts.style)
        pieces: dict[Edit, int] = {}
        spoken: dict[Edit, int] = {}
        whole: dict[Edit, None] = {}
        for candidate in self._asked(self._alone(numbers, variants=False), [one.call for one in telling]):
            (edit,) = candidate.edits
            source = candidate.misconception.source
            replies = [(self._replays.reply(source, one.call), one.reply) for one in telling]
            pieces[edit] = max(sum(common_pieces(*pair, question.log) for pair in replies), pieces.get(edit, 0))
            alike = -len(candidate.style ^ own)
            spoken[edit] = max(alike, spoken.get(edit, alike))
            if any(agree(*pair, question.complaints, question.log) for pair in replies):
                whole.setdefault(edit)
        by_pieces = _once(sorted(pieces, key=lambda edit: (-pieces[edit], -spoken[edit])))
        by_words = _once(sorted(spoken, key=lambda edit: (-spoken[edit], -pieces[edit])))
        ranked = list(dict.fromkeys(edit for both in zip_longest(by_pieces, by_words) for edit in both if edit))
        return ranked, set([edit for edit in ranked if edit in whole][:_WHOLE])


def _telling(wrong: Sequence[Exchange], question: Question) -> list[Exchange]:
    """The first of the wrong answers, and rather than one that is wrong in the same ways the next in other ways.

    The shortest answers come first, and those of no epochs have no log.
    """
    ways = [oddities({one.at: one.reply}, {one.at: question.right[one.at]}, question.log) for one in wrong]
    ordered = sorted(range(len(wrong)), key=lambda at: at > 0 and ways[at] == ways[0])
    return [wrong[at] for at in ordered[:_TELLING]]


def _once(ranked: Sequence[Edit]) -> list[Edit]:
    """The same edits; of one that was tried with several numbers or in several ways the first few only."""
    counts: Counter[str] = Counter()
    found = []
    for edit in ranked:
        counts[edit.name] += 1
        if counts[edit.name] <= _EACH:
            found.append(edit)
    return found


_Found = tuple[Candidate, Match]


def _smallest(found: Sequence[_Found]) -> list[_Found]:
    """Those that change no more than another one does: what they change besides makes no difference."""
    changes = [{change for edit in candidate.edits for change in edit.change} for candidate, _match in found]
    return [one for one, mine in zip(found, changes, strict=True) if not any(other < mine for other in changes)]


def _with_one_number_each(found: Sequence[_Found], numbers: Sequence[float]) -> Iterator[Match]:
    """The matches, those of the same edits with several numbers once: with the learner's own number, or with none."""
    groups: dict[tuple[str, ...], list[_Found]] = {}
    for one in found:
        groups.setdefault(tuple(edit.name for edit in one[0].edits), []).append(one)
    for group in groups.values():
        texts = {candidate.misconception.diagnosis for candidate, _match in group}
        own = [one for one in group if all(edit.number in (None, *numbers) for edit in one[0].edits)]
        if len(texts) == 1:
            yield from (match for _candidate, match in group)
        elif len(own) == 1:
            yield own[0][1]
        else:
            vague = group[0][0].with_any_number()
            if vague is not None:
                yield vague.misconception, group[0][1][1]
