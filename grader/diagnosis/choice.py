"""Which of several causes with the same answers is named: the learner's code decides, or both are said."""

from collections.abc import Callable, Sequence

from grader.course.catalogue import Misconception
from grader.messages import _, translated
from grader.source.module import Source

Style = Callable[[Source], frozenset[str]]
_MOST_SAID = 2  # causes in one sentence; three would be a guess


def rivals(best: Sequence[Misconception]) -> frozenset[str]:
    """The names of causes that fit equally well and say different things; none where all say the same."""
    groups: list[Misconception] = []
    for one in best:
        if not any(one.says_the_same_as(other) or other.says_the_same_as(one) for other in groups):
            groups.append(one)
    return frozenset(one.name for one in groups) if len(groups) > 1 else frozenset()


def choose(best: Sequence[Misconception], learner: Source, style: Style) -> Misconception | None:
    """The cause to name, of those that fit equally well; None where that would be a guess.

    Args:
        best: those that fit.
        learner: whose code decides, if it can.
        style: how one of our own modules is written.
    """
    if not best:
        return None
    texts: dict[tuple[str, str], list[Misconception]] = {}
    for one in best:
        texts.setdefault((one.diagnosis, one.advice), []).append(one)
    if len(texts) == 1:
        return best[0]
    decided = _decided([*texts.values()], frozenset(learner.facts.style), style)
    if decided is not None:
        return decided
    if len(texts) > _MOST_SAID:
        return None
    one, other = (group[0] for group in texts.values())
    return Misconception(
        name=f"{one.name}|{other.name}",
        source=one.source,
        diagnosis=_("One of two things: {one} Or: {other}").format(
            one=translated(one.diagnosis), other=translated(other.diagnosis)
        ),
        advice=" ".join(dict.fromkeys((translated(one.advice), translated(other.advice)))),
        fails=one.fails | other.fails,
        same_as=(one, other),
    )


def _decided(groups: Sequence[Sequence[Misconception]], own: frozenset[str], style: Style) -> Misconception | None:
    """The one cause that the learner's code speaks of: it has something that only this cause's programs have."""
    facts = [frozenset[str]().union(*(style(one.source) for one in group)) for group in groups]
    spoken_of = []
    for place, group in enumerate(groups):
        others = frozenset[str]().union(*(one for at, one in enumerate(facts) if at != place))
        if (facts[place] - others) & own:
            spoken_of.append(group[0])
    return spoken_of[0] if len(spoken_of) == 1 else None
