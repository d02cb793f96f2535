"""Which wrong modules give the learner's answers, and which of them is named."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import combinations

from grader.course.catalogue import Misconception
from grader.course.file import Exercise
from grader.diagnosis.agreement import Oddity, Reply, agree, alike_in_form, oddities, other_words
from grader.diagnosis.choice import choose, rivals
from grader.diagnosis.memory import Memory
from grader.diagnosis.question import Question
from grader.diagnosis.replay import Replays
from grader.messages import _, translated
from grader.result.evidence import Aspect
from grader.source.module import Source
from grader.source.rules import autograd_uses, uses_of

_GLOBAL = frozenset({"seed", "dtype", "grad_mode"})  # what a call may leave behind in torch itself

Match = tuple[Misconception, dict[int, Reply | None]]  # with its replies


class Matcher:
    """Compares wrong modules of one exercise with a learner's.

    Args:
        replays: asks the modules.
        memory: what is known of them.
        exercise: whose modules they are.
        solution: shows whether PyTorch may differentiate here.

    Attributes:
        rivals: names of causes that gave the same values, though they say different things; what a call does on its
            way, or the learner's code, decided between them, or both were said.
    """

    def __init__(self, replays: Replays, memory: Memory, exercise: Exercise, solution: Source) -> None:
        self._replays = replays
        self._memory = memory
        self._exercise = exercise
        self.rivals: set[frozenset[str]] = set()
        self._uses: dict[bytes, frozenset[str]] = {}
        self._differentiates = bool(autograd_uses(solution, exercise.functions))

    def matches(self, question: Question, candidates: Iterable[Misconception]) -> list[Match]:
        """The candidates that give the learner's answers everywhere."""
        candidates = list(candidates)
        agreeing, compared = self._agreeing(question, [one.source for one in candidates])
        found: list[Match] = []
        for candidate in candidates:
            source = candidate.source
            if not source.facts.keeps_state and source.code not in agreeing:
                continue
            replies: dict[int, Reply | None] = {}
            for exchange, reply in self._replays.of(source, question.recorded, question.requests):
                is_known = not source.facts.keeps_state and len(replies) < compared
                if not is_known and not agree(reply, exchange.reply, question.complaints, question.log):
                    break
                replies[exchange.at] = reply
            else:
                if bool(self.ruled_out(source)) == bool(self.ruled_out(question.learner)):
                    found.append((candidate, replies))
        return found

    def _agreeing(self, question: Question, sources: Sequence[Source]) -> tuple[set[bytes], int]:
        """The code of modules that give the learner's answers to the first calls, and how many calls these are.

        All that are left are asked the next call at once, until one is left; what keeps something is not asked.
        """
        left = [one for one in sources if not one.facts.keeps_state]
        compared = 0
        while len(left) > 1 and compared < len(question.recorded):
            exchange = question.recorded[compared]
            self._replays.ask_together(left, exchange.call)
            left = [
                one
                for one in left
                if agree(self._replays.reply(one, exchange.call), exchange.reply, question.complaints, question.log)
            ]
            compared += 1
        return {one.code for one in left}, compared

    def matches_in_form(self, question: Question, candidates: Sequence[Misconception]) -> list[Match]:
        """The candidates whose numbers no seed repeats, if the learner's module is of that kind: only forms count.

        It is, if the same call had different answers though the module has nothing to remember the first one by.
        """
        repeated = [
            one
            for one, other in combinations(question.recorded, 2)
            if one.call == other.call and not agree(one.reply, other.reply)
        ]
        if not repeated or question.learner.facts.keeps_state:
            return []
        found = []
        for candidate in candidates:
            source, recorded = candidate.source, question.recorded
            if source.facts.keeps_state or self._replays.is_repeatable(source, repeated[0].call):
                continue
            replies = {exchange.at: self._replays.reply(source, exchange.call) for exchange in recorded}
            if all(alike_in_form(replies[exchange.at], exchange.reply) for exchange in recorded):
                found.append((candidate, replies))
        return found

    def chosen(self, question: Question, matches: Iterable[Match]) -> Misconception | None:
        """Of the candidates that give the learner's values the one that is as odd in other ways too."""
        scores = {}
        for candidate, replies in matches:
            odd = oddities(replies, question.right, question.log)
            if _explain(odd, question.odd, question.complaints):
                scores[candidate] = (len(odd ^ question.odd), other_words(replies, question.given))
        best = _best(scores)
        fewest = min((odd for odd, _words in scores.values()), default=0)
        alike = rivals([candidate for candidate, (odd, _words) in scores.items() if odd == fewest])
        self.rivals |= {alike} if alike else set()
        return choose(best, question.learner, self._style)

    def half(self, question: Question, matches: Iterable[Match]) -> Misconception | None:
        """The one mistake in the values, where something else is wrong besides that no candidate has."""
        wrong = []
        for one, replies in matches:
            odd = oddities(replies, question.right, question.log)
            if ("values", "") in odd and not _not_of_taste(odd - question.odd, question.complaints):
                wrong.append(one)
        if len({one.diagnosis for one in wrong}) != 1:
            return None
        says = _("There are two mistakes, of which one is certain. {one}").format(one=translated(wrong[0].diagnosis))
        return replace(wrong[0], diagnosis=says)

    def ruled_out(self, source: Source) -> frozenset[str]:
        """What the exercise rules out and the module uses, with automatic differentiation where it is to be written."""
        if source.content not in self._uses:
            read, functions, packages = self._memory.read(source), self._exercise.functions, self._exercise.ruled_out
            uses = [*uses_of(read, functions, packages)]
            if not self._differentiates:
                # to ask whether a tensor has a grad_fn differentiates nothing
                uses += [use for use in autograd_uses(read, functions) if not use.name.endswith("grad_fn")]
            self._uses[source.content] = frozenset({use.name for use in uses} - {*packages})
        return self._uses[source.content]

    def _style(self, source: Source) -> frozenset[str]:
        return frozenset(self._memory.read(source).facts.style)


def _explain(odd: Set[Oddity], own: Set[Oddity], complaints: Set[Aspect]) -> bool:
    """Whether a candidate's oddities account for a learner's.

    What a test complained of must be odd, and in the same places. Torch must be left in the same state. Other ways of
    being odd (new tensors or changed ones, `.grad` afterwards) may be a matter of taste.
    """
    return not _not_of_taste(odd ^ own, complaints) and complaints <= {aspect for aspect, _where in odd}


def _not_of_taste(odd: Set[Oddity], complaints: Set[Aspect]) -> set[Oddity]:
    must_match = complaints | _GLOBAL
    return {
        (aspect, where)
        for aspect, where in odd
        # a parameter of the caller's model that is frozen is no matter of taste either
        if aspect in must_match or (aspect == "requires_grad" and where[:1].isdigit())
    }


def _best(scores: Mapping[Misconception, tuple[int, int]]) -> list[Misconception]:
    lowest = min(scores.values(), default=None)
    return [candidate for candidate, score in scores.items() if score == lowest]
