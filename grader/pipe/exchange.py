"""One call of a learner's function, and what came of it."""

from dataclasses import dataclass, field

from grader.pipe.frames import Call, Raised, Returned


@dataclass(frozen=True)
class Exchange:
    """One call and its reply; what a report and a diagnosis are made from.

    Attributes:
        call: what was asked.
        reply: what came back.
        at: the call's place among all requests to the module.
    """

    call: Call
    reply: Returned | Raised
    at: int = field(default=0, compare=False)
