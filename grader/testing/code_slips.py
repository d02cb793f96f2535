"""Slips that can be seen in a function's code, as sentences for a report on a call that has failed."""

from grader.messages import _
from grader.source.facts import SlipKind
from grader.source.module import Source


def slip_sentence(source: Source, function: str, returns_none: bool = False) -> str:
    """Say what the most telling slip in a function's code does; empty if there is none.

    Args:
        source: the module.
        function: which of its functions failed.
        returns_none: whether the call returned None, or the piece of its result that failed is None.
    """
    sentences = _sentences()
    for slip in source.slips(function):
        if slip.kind in sentences and (returns_none or slip.kind not in ("no_return", "no_backward")):
            return sentences[slip.kind].format(line=source.line_in_file(slip.line), code=slip.code)
    return ""


def endless_loop_sentence(source: Source, function: str) -> str:
    """Say which `while` of a function may be the loop that never ends."""
    loops = [slip for slip in source.slips(function) if slip.kind == "while"]
    if not loops:
        return ""
    sentence = _("Line {line} repeats as long as `{code}` holds: what in the loop makes that end?")
    return sentence.format(line=source.line_in_file(loops[0].line), code=loops[0].code)


def _sentences() -> dict[SlipKind, str]:
    # at each call: the language is chosen after this module is imported
    return {
        "argument_replaced": _("Line {line} gives {code} another value, so the one of the call is never used."),
        "no_return": _("The function has no return, so what it computes is lost: it gives None."),
        "no_backward": _(".grad stays None until backward() is called, and nothing here calls it."),
        "return_in_loop": _("The return in line {line} is inside the loop, so the loop ends in its first round."),
        "not_called": _("Line {line}, `{code}`, has no brackets, so nothing is called."),
        "compared": _("Line {line}, `{code}`, compares and keeps nothing: a single = gives a value."),
        "not_kept": _("Line {line}, `{code}`, computes something that nothing keeps: give it a name with =."),
        "xor": _("In line {line}, `{code}`: ^ is no power in Python, ** is."),
    }
