"""What the worker itself says, in the learner's language: it knows no languages, so the judge words it."""

import re

from grader.messages import _


def _worded() -> tuple[tuple[str, str], ...]:
    """Patterns of the worker's own texts, and the sentence for each; groups fill its {0} and {1}."""
    return (
        (r"(\S+) is not available while grading", _("{0} is not available while grading")),
        (r"a (\w+) is not a tensor", _("a {0} is not a tensor")),
        (r"the result has the shape (\(.*\)), not (\(.*\))", _("the result has the shape {0}, not {1}")),
        (r"what came back is too large to look at", _("what came back is too large to look at")),
        (r"a very large whole number", _("a very large whole number")),
        (r"a tensor of shape (\(.*\)), too large to look at", _("a tensor of shape {0}, too large to look at")),
        (
            r"a NumPy array of shape (\(.*\)), too large to look at",
            _("a NumPy array of shape {0}, too large to look at"),
        ),
    )


def in_words(text: str) -> str:
    """Return a text from a worker with its own sentences in the chosen language; torch's and the learner's stay."""
    for pattern, sentence in _worded():
        found = re.fullmatch(rf"((?:\w+: )?){pattern}", text)
        if found is not None:
            kind, *values = found.groups()
            return kind + sentence.format(*values)
    return text
