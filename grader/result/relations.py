"""How returned numbers relate to the right ones, call by call: what one call shows may be a coincidence."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from grader.messages import _

_ALIKE = 2e-3  # relative


@dataclass(frozen=True)
class Relation:
    """How the numbers of one piece relate to the right ones in one call.

    Attributes:
        factor: how many times the right ones they are; None if they are not a multiple of them.
        offset: by how much all of them are off; None if that differs from number to number.
        is_void: whether all numbers are zero, and should be, so that any factor fits.
    """

    factor: float | None
    offset: float | None
    is_void: bool = False


@dataclass(frozen=True)
class Remark:
    """What can be said about wrong numbers, if it holds in every call.

    Attributes:
        subject: the function and the piece of its result.
        relation: to the right numbers, in the call that is shown; only one of its two numbers is set.
        sentence: that relation in words.
        otherwise: what to say where another call contradicts it.
    """

    subject: str
    relation: Relation
    sentence: str
    otherwise: str = ""


@dataclass
class Relations:
    """The relations in all calls of one exercise's tests, by subject."""

    seen: dict[str, set[Relation]] = field(default_factory=dict)

    def add(self, subject: str, relation: Relation) -> None:
        """Record the relation in one call."""
        self.seen.setdefault(subject, set()).add(relation)

    def sentence(self, remark: Remark) -> str:
        """What of a remark holds at every call."""
        if self.bear_out(remark):
            return remark.sentence
        factors = [one.factor for one in self.seen.get(remark.subject, set()) if not one.is_void]
        if remark.relation.factor is not None and all(factor is not None and factor < 0 for factor in factors):
            return _("The sign is wrong, and the size too, by a factor that differs from call to call.")
        return remark.otherwise

    def bear_out(self, remark: Remark) -> bool:
        """Whether every call agrees with a remark."""
        others = self.seen.get(remark.subject, set())
        if remark.relation.factor is not None:
            return _all_alike(remark.relation.factor, (one.factor for one in others if not one.is_void))
        return remark.relation.offset is None or _all_alike(remark.relation.offset, (one.offset for one in others))


def _all_alike(number: float, others: Iterable[float | None]) -> bool:
    return all(other is not None and abs(other - number) <= _ALIKE * abs(number) for other in others)
