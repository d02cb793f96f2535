"""Functions and methods that a learner has named and not called, as a sentence for a report."""

import re
from collections.abc import Sequence

from grader.messages import _
from grader.pipe.frames import ListValue, Opaque, Value

_NAMED = re.compile(r"<(?:built-in method|bound method|built-in function|function) (?:[\w<>]+\.)*(\w+)\b")
_KINDS = frozenset({"builtin_function_or_method", "method"})  # no answer of an exercise is one
_LONGEST = 60  # characters of a name: what comes from a worker may be anything


def uncalled_sentence(value: Value) -> str:
    """Say which function is named and not called, where that is what a value is, or an item of a list; else nothing."""
    items: Sequence[Value] = value.items if isinstance(value, ListValue) else (value,)
    for item in items:
        if isinstance(item, Opaque) and item.class_name in _KINDS:
            found = _NAMED.match(item.text)
            said = _("A method is named here and not called: brackets are missing behind it, as in model.parameters().")
            if found is not None and len(found[1]) <= _LONGEST:
                said = _("`{name}` is named but not called: its brackets are missing.").format(name=found[1])
            return said
    return ""
