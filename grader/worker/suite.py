"""A learner's tests, run on an implementation that is not here: a stand-in asks the judge for the result of each call.

Nothing of an implementation but its results ever enters this process. So whatever a test looks at, it can tell two of
them apart only by what they do.
"""

import functools
import inspect
import random
import sys
import types
import unittest
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
import torch
from torch import Tensor

from grader.pipe.codec import decode_request, read_frame, write_frame
from grader.pipe.frames import (
    Answered,
    Array,
    Ask,
    Call,
    ListValue,
    Opaque,
    Pullback,
    Raised,
    Returned,
    RunTests,
    TestsEnd,
    TestsRan,
    TupleValue,
    Value,
)
from grader.worker.loading import raised
from grader.worker.objects import build, build_tensor, describe, describe_tensor
from grader.worker.printing import Prints

Test = Callable[..., object]


class ImplementationError(RuntimeError):
    """The implementation raised an exception."""


class _FirstFailure(BaseException):
    """What an example of a property test raised; Hypothesis lets it through at once and tries nothing again."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


@dataclass(frozen=True)
class Line:
    """The connection to the judge while tests run."""

    requests: IO[bytes]
    replies: IO[bytes]
    ticket: bytes

    def ask(self, call: Call) -> Returned | Raised:
        """What the implementation says to a call."""
        write_frame(self.replies, Ask(call), self.ticket)
        _ticket, body = read_frame(self.requests)
        answered = decode_request(body)
        assert isinstance(answered, Answered)
        return answered.reply


def run_tests(request: RunTests, module: types.ModuleType, prints: Prints, line: Line) -> TestsRan:
    """Run the module's tests in their order until one does not pass."""
    tests = {name: thing for name, thing in vars(module).items() if name.startswith("test_") and callable(thing)}
    stand_in = StandIn(request.function, line)
    with prints.captured() as capture:
        for name, test in tests.items():
            if request.only not in ("", name):
                continue
            end, error = _run(test, stand_in, request)
            if end != "passed":
                printed = capture.printed()
                described = None if error is None else raised(error, f"{module.__name__}.py", printed)
                return TestsRan(end, name, described, printed)
        return TestsRan("passed" if tests else "none", printed=capture.printed())


def _run(test: Test, stand_in: "StandIn", request: RunTests) -> tuple[TestsEnd, BaseException | None]:
    # random numbers are the same each time
    random.seed(0)
    np.random.seed(0)  # the generator that learners' code may use
    torch.manual_seed(0)
    try:
        _configure_hypothesis(test, request)
        required = [
            name for name, one in inspect.signature(test).parameters.items() if one.default is inspect.Parameter.empty
        ]
        if len(required) != 1:
            return "signature", None
        test(**{required[0]: stand_in})
    except (SystemExit, KeyboardInterrupt) as error:
        return "exited", error
    except _FirstFailure as failure:
        return "failed", failure.error
    except BaseException as error:  # whatever leaves a test makes it one that did not pass
        return ("skipped" if type(error).__name__ in ("SkipTest", "Skipped") else "failed"), error
    finally:
        torch.set_grad_enabled(True)
        torch.set_default_dtype(torch.float32)
    return "passed", None


def _configure_hypothesis(test: Test, request: RunTests) -> None:
    """Let a property test draw the same examples each time, no more than are allowed, and store none of them."""
    hypothesis: Any = sys.modules.get("hypothesis")  # loaded before, if the exercise asks for it
    if hypothesis is None or not hypothesis.is_hypothesis_test(test):
        return
    name = "_hypothesis_internal_use_settings"  # where hypothesis.settings keeps a test's own
    own = getattr(test, name, None) or hypothesis.settings.get_profile("default")
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    ours = hypothesis.settings(
        own,
        max_examples=min(own.max_examples, request.examples),
        phases=(*phases, hypothesis.Phase.shrink) if request.shrink else phases,
        derandomize=False,
        database=None,
        deadline=None,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    setattr(test, name, ours)
    hypothesis.seed(request.seed)(test)
    if not request.shrink:
        handle: Any = test.hypothesis  # type: ignore[attr-defined]  # which is there for test runners
        handle.inner_test = _stopping_at_once(handle.inner_test)


def _stopping_at_once(body: Test) -> Test:
    """The body of a property test, whose first failing example is the end of it, with no replay and no report."""
    hypothesis: Any = sys.modules["hypothesis"]

    @functools.wraps(body)
    def stopping(*arguments: object, **drawn: object) -> object:
        try:
            return body(*arguments, **drawn)
        except (hypothesis.errors.HypothesisException, unittest.SkipTest):  # as `assume` and `skipTest` raise
            raise
        except Exception as error:
            raise _FirstFailure(error) from None

    return stopping


class StandIn:
    """What a test gets in place of an implementation: a function that asks the judge for each result."""

    def __init__(self, function: str, line: Line) -> None:
        self.__name__ = self.__qualname__ = function
        self._line = line

    def __call__(self, *arguments: object, **keywords: object) -> object:
        """Return what the implementation returns, and change the arguments as it does."""
        sent = tuple(map(_sendable, arguments))
        by_name = {name: _sendable(value) for name, value in keywords.items()}
        call = Call(self.__name__, sent, by_name, recording=torch.is_grad_enabled())
        reply = self._line.ask(call)
        if isinstance(reply, Raised):
            sys.stdout.write(reply.printed.text)
            raise ImplementationError(f"{self.__name__} raised {reply.exception}")
        sys.stdout.write(reply.printed.text)
        for argument, before, after in zip(arguments, sent, reply.arguments, strict=True):
            if isinstance(argument, Tensor) and isinstance(after, Array) and after != before:
                _bring_up_to_date(argument, before, after)
        return self._result(reply, call, arguments)

    def _result(self, reply: Returned, call: Call, arguments: tuple[object, ...]) -> object:
        value = reply.results[-1]
        aliases = iter(reply.aliases)
        if isinstance(value, TupleValue):
            return tuple(_item(item, next(aliases, -1), arguments) for item in value.items)
        at = next(aliases, -1)
        if at < 0 and isinstance(value, Array) and value.requires_grad and not value.is_leaf:
            return self._connected(value, call, arguments)
        return _item(value, at, arguments)

    def _connected(self, value: Array, call: Call, arguments: tuple[object, ...]) -> Tensor:
        """The result as a tensor from which gradients flow to the arguments, as the implementation lets them flow."""
        sources = {str(at): one for at, one in enumerate(arguments) if isinstance(one, Tensor) and one.requires_grad}

        def pull_back(cotangent: Tensor) -> list[Tensor | None]:
            described = describe_tensor(cotangent)
            assert isinstance(described, Array)
            reply = self._line.ask(_with_pullback(call, described))
            if isinstance(reply, Raised) or reply.observed is None or reply.observed.problem is not None:
                raise ImplementationError(f"no gradient can be taken of what {self.__name__} returned")
            gradients = [reply.observed.gradients.get(at) for at in sources]
            return [None if one is None else build_tensor(one) for one in gradients]

        result: Tensor = _Connection.apply(pull_back, build_tensor(_plain(value)), *sources.values())  # type: ignore[no-untyped-call]
        return result


class _Connection(torch.autograd.Function):
    """A step of autograd whose backward pass is the implementation's own, over the pipe."""

    @staticmethod
    def forward(ctx: Any, pull_back: Callable[[Tensor], list[Tensor | None]], result: Tensor, *_: Tensor) -> Tensor:
        ctx.pull_back = pull_back
        return result.clone()

    @staticmethod
    def backward(ctx: Any, *cotangents: Tensor) -> Any:
        return (None, None, *ctx.pull_back(cotangents[0]))


def _with_pullback(call: Call, cotangent: Array) -> Call:
    return Call(call.function, call.arguments, call.keywords, then=Pullback(cotangent), recording=call.recording)


def _sendable(thing: object) -> Value:
    value = describe(thing)
    if any(isinstance(one, Opaque) for one in _flat(value)):
        message = "an implementation can be called with tensors, numbers, texts, and lists and tuples of them, not with"
        raise TypeError(f"{message} {type(thing).__name__}")
    return value


def _flat(value: Value) -> Iterator[Value]:
    yield value
    if isinstance(value, ListValue | TupleValue):
        for item in value.items:
            yield from _flat(item)


def _item(value: Value, alias: int, arguments: tuple[object, ...]) -> object:
    if 0 <= alias < len(arguments):
        return arguments[alias]  # it was changed in place, and is up to date
    if isinstance(value, ListValue):
        return [_item(item, -1, arguments) for item in value.items]
    if isinstance(value, TupleValue):
        return tuple(_item(item, -1, arguments) for item in value.items)
    if isinstance(value, Array):
        tensor = build_tensor(value)
        return tensor if value.is_leaf else tensor.clone()
    return build(value, [])


def _plain(value: Array) -> Array:
    return Array(value.dtype, value.shape, value.data)


def _bring_up_to_date(argument: Tensor, before: Value, after: Array) -> None:
    """Change a tensor as the implementation has changed its own copy of it."""
    assert isinstance(before, Array)
    if (before.dtype, before.shape) != (after.dtype, after.shape):
        argument.data = build_tensor(_plain(after))
    elif before.data != after.data:
        argument.data.copy_(build_tensor(_plain(after)))
    if argument.is_leaf:
        if argument.requires_grad != after.requires_grad:
            argument.requires_grad_(after.requires_grad)
        if before.grad != after.grad:
            argument.grad = None if after.grad is None else build_tensor(after.grad)
