"""What a test may demand of a whole call: what it left of its inputs and of torch."""

from grader.messages import _
from grader.pipe.frames import Array
from grader.result.evidence import Aspect, Evidence
from grader.testing import render
from grader.testing.answer import Answer
from grader.testing.expect_part import Expectation
from grader.testing.failure import Failed
from grader.testing.values import same, same_input


class AnswerExpectation(Expectation):
    """Demands on a whole answer: its result, and what the call left behind."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.result)
        self._answer = answer

    def kept_its_inputs(self, but: tuple[int, ...] = ()) -> None:
        """Demand that the arguments (except those at the positions `but`) are what they were. A claim."""
        for at, (before, after) in enumerate(
            zip(self._answer.call.arguments, self._answer.reply.arguments, strict=True)
        ):
            if at not in but and not same_input(before, after):
                name = render.argument_names(self._answer.call, self._answer.source)[at]
                afterwards = _("{name} afterwards: {value}").format(name=name, value=render.value(after))
                sentence = _("The call changed its input {name}.")
                if isinstance(before, Array) and isinstance(after, Array) and same(before, after):
                    sentence = _("The call changed whether {name} requires grad; its numbers are what they were.")
                sentence = sentence.format(name=name)
                raise self._left(afterwards, _("{name} as it was").format(name=name), sentence, "inputs")

    def left_the_result_before_alone(self) -> None:
        """Demand that what the call before returned is the same after this one, number by number."""
        earlier = self._answer.reply.earlier
        assert earlier is not None, "there was no call before"
        at_once, afterwards = earlier
        if not same(at_once, afterwards):
            returned = _("the result of an earlier call, afterwards: {value}").format(value=render.value(afterwards))
            expected = _("as it was returned: {value}").format(value=render.value(at_once))
            sentence = _("This call changes what an earlier call has returned. Return a new tensor or list each time.")
            raise self._left(returned, expected, sentence, "values")

    def left_torch_as_it_was(self, but: tuple[Aspect, ...] = ()) -> None:
        """Demand that the call neither seeded torch nor changed the default dtype or grad mode. A claim.

        Args:
            but: of "seed", "dtype" and "grad_mode" those that are another task's matter.
        """
        reply = self._answer.reply
        if reply.reseeded and "seed" not in but:
            sentence = _("The call seeds torch's global generator. Draw from it, but leave the seed to the caller.")
            found = _("after the call torch's random numbers start from another seed")
            raise self._left(found, _("random numbers that go on from the seed set before the call"), sentence, "seed")
        if reply.default_dtype != "float32" and "dtype" not in but:
            dtype = render.one_line(reply.default_dtype)
            sentence = _("The call changes torch's default dtype to {dtype}.").format(dtype=dtype)
            found = _("after the call new tensors have dtype torch.{dtype}").format(dtype=dtype)
            raise self._left(found, _("new tensors of dtype torch.float32, as before the call"), sentence, "dtype")
        before = self._answer.call.recording
        if reply.grad_enabled != before and "grad_mode" not in but:
            sentence = _("Gradient recording was off before the call, and the call leaves it on.")
            if before:
                sentence = _("The call switches gradient recording off and does not switch it on again.")
            found = _("after the call torch records operations for gradients")
            expected = _("gradient recording off, as before the call")
            if before:
                found = _("after the call torch no longer records operations for gradients")
                expected = _("gradient recording on, as before the call")
            raise self._left(found, expected, sentence, "grad_mode")

    def _left(self, afterwards: str, expected: str, message: str, aspect: Aspect) -> Failed:
        """The failure of a call that left something behind, whatever it returned."""
        called = render.call(self._answer.call, self._answer.source)
        line = self._answer.source.line_of(self._answer.call.function)
        request = self._answer.call
        return Failed(
            Evidence("contract", called, afterwards, expected, message, aspect=aspect, line=line, request=request)
        )
