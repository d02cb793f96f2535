"""`expect(what)`: the demands that can be made on an answer, on a part of it, or on how a module is written."""

from typing import overload

from grader.testing.answer import Answer, Part
from grader.testing.expect_answer import AnswerExpectation
from grader.testing.expect_part import Expectation
from grader.testing.expect_source import SourceExpectation
from grader.testing.learner import Learner


@overload
def expect(what: Answer) -> AnswerExpectation: ...
@overload
def expect(what: Part) -> Expectation: ...
@overload
def expect(what: Learner) -> SourceExpectation: ...


def expect(what: Answer | Part | Learner) -> Expectation | SourceExpectation:
    """Return the demands that can be made on an answer, on a part of it, or on how the learner's module is written."""
    match what:
        case Answer():
            return AnswerExpectation(what)
        case Part():
            return Expectation(what)
        case Learner():
            what._session.is_read = True
            return SourceExpectation(what._session.source)
