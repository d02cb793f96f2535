"""Replies to calls that a test is expected to make: made in one go, and handed out one by one as the test asks."""

from dataclasses import dataclass, field

from grader.pipe.codec import BadFrame, decode_reply, is_identical
from grader.pipe.frames import All, Call, Raised, Returned
from grader.pipe.torch_parts import lacks_torch


@dataclass
class Ahead:
    """What came of the calls of one test, before it makes them.

    Attributes:
        calls: in order.
        made: what came of them.
        served: how many replies the test has had.
        is_over: the test has made another call, and makes all further ones itself.
        seconds: of CPU for the replies that it has had.
    """

    calls: tuple[Call, ...]
    made: All
    served: int = 0
    is_over: bool = False
    seconds: float = 0.0
    replies: list[Returned] = field(default_factory=list)

    def reply(self, call: Call) -> tuple[Returned | Raised, float] | None:
        """The reply to the test's next call and its CPU seconds; None if the call has to be made."""
        at = self.served
        if self.is_over or at == len(self.calls) or not is_identical(call, self.calls[at]):
            self.is_over = True
            return None
        try:
            reply = decode_reply(self.made.replies[at])
        except BadFrame:
            reply = None
        if not isinstance(reply, Returned | Raised) or lacks_torch(reply):
            self.is_over = True
            return None
        self.served += 1
        self.seconds += self.made.seconds[at]
        if isinstance(reply, Returned):
            self.replies.append(reply)
        return reply, self.made.seconds[at]

    @property
    def was_all(self) -> bool:
        """Whether the test has made these calls and no others."""
        return self.served == len(self.calls) and not self.is_over
