"""Which of several causes with the same answers is named: the learner's code decides, or both are said."""

import ast
from collections.abc import Sequence

from grader.course.catalogue import Misconception
from grader.diagnosis.witness import facts_of
from grader.messages import _

_MOST_SAID = 2  # causes in one sentence; three would be a guess


def rivals(best: Sequence[Misconception]) -> frozenset[str]:
    """The names of causes that fit equally well and say different things; none where all say the same."""
    groups: list[Misconception] = []
    for one in best:
        if not any(one.says_the_same_as(other) or other.says_the_same_as(one) for other in groups):
            groups.append(one)
    return frozenset(one.name for one in groups) if len(groups) > 1 else frozenset()


def choose(best: Sequence[Misconception], learner: ast.Module) -> Misconception | None:
    """The cause to name, of those that fit equally well; None where that would be a guess."""
    if not best:
        return None
    texts: dict[tuple[str, str], list[Misconception]] = {}
    for one in best:
        texts.setdefault((one.diagnosis, one.advice), []).append(one)
    if len(texts) == 1:
        return best[0]
    decided = _decided([*texts.values()], learner)
    if decided is not None:
        return decided
    if len(texts) > _MOST_SAID:
        return None
    one, other = (group[0] for group in texts.values())
    return Misconception(
        name=f"{one.name}|{other.name}",
        source=one.source,
        diagnosis=_("One of two things: {one} Or: {other}").format(one=one.diagnosis, other=other.diagnosis),
        advice=f"{one.advice} {other.advice}",
        fails=one.fails | other.fails,
        same_as=(one, other),
    )


def _decided(groups: Sequence[Sequence[Misconception]], learner: ast.Module) -> Misconception | None:
    """The one cause that the learner's code speaks of: it has something that only this cause's programs have."""
    own = facts_of(learner)
    facts = [frozenset[str]().union(*(facts_of(one.source.tree) for one in group)) for group in groups]
    spoken_of = []
    for place, group in enumerate(groups):
        others = frozenset[str]().union(*(one for at, one in enumerate(facts) if at != place))
        if (facts[place] - others) & own:
            spoken_of.append(group[0])
    return spoken_of[0] if len(spoken_of) == 1 else None
