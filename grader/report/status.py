"""How reports show a status: in words, as a sign, in colour."""

from dataclasses import dataclass

from grader.messages import _
from grader.result.document import Stage, Status


@dataclass(frozen=True)
class Look:
    """The look of a status.

    Attributes:
        sign: one character.
        ascii: the same for terminals with ASCII only.
        emoji: the sign on GitHub's pages, which have no colours of ours.
        colour: a style of rich.
    """

    sign: str
    ascii: str
    emoji: str
    colour: str


LOOKS: dict[Status, Look] = {
    "passed": Look("✓", "+", "✅", "green"),
    "failed": Look("✗", "x", "❌", "red"),
    "error": Look("!", "!", "💥", "magenta"),
    "not_attempted": Look("·", ".", "⬜", "dim"),
    "not_judged": Look("?", "?", "❔", "yellow"),
}


def status_words(status: Status) -> str:
    """A status as a learner reads it."""
    return {
        "passed": _("passed"),
        "failed": _("failed"),
        "error": _("error"),
        "not_attempted": _("not attempted"),
        "not_judged": _("not judged"),
    }[status]


def tests_in_words(stages: tuple[Stage, ...]) -> str:
    """Which tests run, as a learner reads it."""
    return _("public tests") if stages == ("public",) else _("public and hidden tests")
