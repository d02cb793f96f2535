"""What a report may show of a hidden test: everything, or only what was asked and which misconception is behind it.

Applied when the document is made, so that no report, host file or gradebook made from it can show more.
"""

from typing import TYPE_CHECKING, Literal

from grader.messages import _

if TYPE_CHECKING:
    from grader.result.evidence import Evidence

Detail = Literal["full", "brief"]
DETAILS: tuple[Detail, ...] = ("full", "brief")


def brief(evidence: "Evidence") -> "Evidence":
    """Return the evidence without the inputs, results and expected values of the call.

    A learner's code chooses the text of an exception, and even its name, so neither is kept: they could spell out the
    inputs. How a worker ended is told in words of ours; a broken rule and a slip quote only the learner's own file.
    Of a function that is missing nothing was called.
    """
    if evidence.kind == "rule" or (evidence.kind == "contract" and not evidence.called):
        return evidence
    # one word of ours: an exit status or a signal is the learner's to choose
    words = {"timeout": _("The call took too long."), "crash": _("The call ended the Python process.")}
    ended = words.get(evidence.kind, "")
    said = _("This is a hidden test: its call is not shown.")
    if evidence.where:
        said = _("An exception is raised at {where}. This is a hidden test: its call is not shown.")
        said = said.format(where=evidence.where)
    # made anew, so that what evidence may hold one day is left out until somebody lists it here
    return type(evidence)(
        evidence.kind,
        "",
        ended,
        "",
        said,
        evidence.scarce,
        evidence.aspect,
        line=evidence.line,
        slip=evidence.slip,
        certain_slip=evidence.certain_slip,
    )
