"""Slips that can be seen in a function's code, as sentences for a report on a call that has failed."""

from grader.messages import _
from grader.source.facts import Slip, SlipKind
from grader.source.module import Source

_CERTAIN = frozenset({"not_called", "new_attribute"})  # these lines have no effect, so they are told beside a reason


def slip_sentence(source: Source, function: str, returns_none: bool = False) -> str:
    """Say what the most telling slip in a function's code does; empty if there is none.

    Args:
        source: the module.
        function: which of its functions failed.
        returns_none: whether the call returned None, or the piece of its result that failed is None.
    """
    for slip in source.slips(function):
        if slip.kind not in _CERTAIN and (returns_none or slip.kind not in ("no_return", "no_backward")):
            said = _sentence(source, slip)
            if said:
                return said
    return ""


def certain_slip_sentence(source: Source, function: str) -> str:
    """Say which line of a function does not do what it says, whatever else is known of the function; or nothing."""
    return next((_sentence(source, slip) for slip in source.slips(function) if slip.kind in _CERTAIN), "")


def endless_loop_sentence(source: Source, function: str) -> str:
    """Say which `while` of a function may be the loop that never ends."""
    loops = [slip for slip in source.slips(function) if slip.kind == "while"]
    if not loops:
        return ""
    sentence = _("Line {line} repeats as long as `{code}` holds: what in the loop makes that end?")
    return sentence.format(line=source.line_in_file(loops[0].line), code=loops[0].code)


def _sentence(source: Source, slip: Slip) -> str:
    said = _sentences().get(slip.kind, "")
    return said.format(line=source.line_in_file(slip.line), code=slip.code, meant=slip.meant)


def _sentences() -> dict[SlipKind, str]:
    # at each call: the language is chosen after this module is imported
    return {
        "argument_replaced": _("Line {line} gives {code} another value, so the one of the call is never used."),
        "no_return": _("The function has no return, so what it computes is lost: it gives None."),
        "no_backward": _(".grad stays None until backward() is called, and nothing here calls it."),
        "return_in_loop": _("The return in line {line} is inside the loop, so the loop ends in its first round."),
        "not_called": _("In line {line}, `{code}` is named but not called: its brackets are missing."),
        "new_attribute": _("Line {line} sets `{code}`, which PyTorch does not know; did you mean `{meant}`?"),
        "compared": _("Line {line}, `{code}`, compares and keeps nothing: a single = gives a value."),
        "not_kept": _("Line {line}, `{code}`, computes something that nothing keeps: give it a name with =."),
        "xor": _("In line {line}, `{code}`: ^ is no power in Python, ** is."),
    }
