"""Why a learner's exception was raised, for somebody who has not met it before."""

from collections.abc import Collection, Mapping

from grader.messages import _
from grader.pipe.frames import Call, Raised
from grader.source.module import Source
from grader.testing.python_errors import python_meaning
from grader.testing.refusals import refusal
from grader.testing.torch_errors import meaning


def explain(raised: Raised, source: Source, elsewhere: Mapping[str, str], extras: Collection[str] = ()) -> str:
    """Say what an exception means, in one sentence; empty for those that speak for themselves.

    Args:
        raised: the exception.
        source: the module that it left.
        elsewhere: functions that the course's other exercises ask for, each with its exercise's name.
        extras: the packages that the exercise may import besides NumPy and torch.
    """
    of_grading = refusal(raised, source, set(elsewhere.values()), extras)
    return of_grading or python_meaning(raised, source, elsewhere) or meaning(raised.message)


def explain_signature(call: Call, source: Source) -> str:
    """Say how the tests call a function, for one that cannot be called like that."""
    count = len(call.arguments)
    sentence = _("{name} is called with {count} values, in the order of the stub's first line.")
    if count == 1:
        sentence = _("{name} is called with 1 value, as the stub's first line has it.")
    if call.keywords:
        sentence = _(
            "{name} is called with {count} values, in the order of the stub's first line, and with {keywords}=…."
        )
    parameters = source.parameters(call.function)
    if parameters:
        sentence += " " + _("Yours takes {names}.").format(names=", ".join(parameters))
    elif source.function(call.function) is not None:
        sentence += " " + _("Yours takes none.")
    return sentence.format(name=call.function, count=count, keywords="=…, ".join(call.keywords))


def explain_stub_line(line: int) -> str:
    """Say that the stub's line is still there, beside work of the learner's own."""
    sentence = _("Line {line} is still there from the stub and ends every call that reaches it. Delete this line.")
    return sentence.format(line=line)
