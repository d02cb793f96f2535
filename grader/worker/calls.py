"""One call: build the arguments, call, look at what came back and at what it left behind."""

import itertools
import types
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from grader.pipe.frames import Apply, Array, Backward, Call, Observed, Printed, Pullback, Raised, Returned, Step, Value
from grader.worker.builders import Builder, BuilderError
from grader.worker.events import Events
from grader.worker.loading import raised
from grader.worker.objects import build, build_tensor, describe, describe_tensor, gradient_of
from grader.worker.printing import Prints
from grader.worker.ruled_out import Watch
from grader.worker.text import sendable

MAX_ALIASES = 100  # items of a tuple that are looked for among the arguments
OVERWRITE = 7.5  # any number that no test sends


def perform(
    call: Call, module: types.ModuleType, prints: Prints, builders: Mapping[str, Builder], watch: Watch
) -> Returned | Raised:
    """Answer one call of a function of `module`, and say what it printed."""
    _as_a_fresh_torch()
    events: Events = []
    parameters: list[nn.Parameter] = []
    arguments: list[object] = []
    try:
        for value in call.arguments:
            arguments.append(build(value, events, parameters, builders))
            if isinstance(arguments[-1], nn.Module) and not parameters:
                parameters.extend(arguments[-1].parameters())
        keywords = {name: build(value, events, parameters, builders) for name, value in call.keywords.items()}
    except BuilderError as error:
        return raised(error, f"{module.__name__}.py", Printed())
    function = getattr(module, call.function)
    # not torch.manual_seed, which looks through its own source files in case there were a GPU
    torch.default_generator.manual_seed(call.seed)
    results: list[Value] = []
    torch.set_grad_enabled(call.recording)
    with prints.captured() as capture:
        earlier: object = None
        at_once: Value = None
        try:
            if call.before is not None:
                with watch:
                    earlier = function(*(build(value, [], [], builders) for value in call.before))
                at_once = describe(earlier)
            for _ in range(call.repeat):
                with watch:
                    result = function(*arguments, **keywords)
                results.append(describe(result))  # at once: a later call may change the same memory
        except BaseException as error:  # SystemExit and KeyboardInterrupt too: they are the learner's, not ours
            return raised(error, f"{module.__name__}.py", capture.printed())
        reseeded = torch.initial_seed() != call.seed
        default_dtype = str(torch.get_default_dtype()).removeprefix("torch.")
        grad_enabled = torch.is_grad_enabled()
        _as_a_fresh_torch()
        observed = _observe(call, result, arguments, builders) if call.then is not None else None
    return Returned(
        results=tuple(results),
        arguments=tuple(describe(argument) for argument in arguments),
        observed=observed,
        reseeded=reseeded,
        default_dtype=default_dtype,
        grad_enabled=grad_enabled,
        events=tuple(events),
        printed=capture.printed(),
        used=watch.used,
        earlier=None if call.before is None else (at_once, describe(earlier)),
        aliases=_aliases(result, arguments),
    )


def _aliases(result: object, arguments: Sequence[object]) -> tuple[int, ...]:
    items = result if isinstance(result, tuple) else (result,)
    places = [next((at for at, one in enumerate(arguments) if one is item), -1) for item in items[:MAX_ALIASES]]
    return tuple(places) if any(at >= 0 for at in places) else ()


def _as_a_fresh_torch() -> None:
    # what an earlier call left behind must not cost this one
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)


def _observe(call: Call, result: object, arguments: Sequence[object], builders: Mapping[str, Builder]) -> Observed:
    try:
        match call.then:
            case Pullback(cotangent):
                sources = {str(i): thing for i, thing in enumerate(arguments) if _wants_gradient(thing)}
                return Observed(gradients=_pull_back(result, sources, cotangent))
            case Apply():
                return _apply(call.then, result, arguments, builders)
            case Step():
                _step(call.then, result, arguments)
            case Backward(factors):
                return Observed(gradients=_backward(result, factors))
    except Exception as error:  # the result is the learner's object: anything may happen when it is used
        return Observed(problem=sendable(f"{type(error).__name__}: {error}", 500))
    return Observed()


def _wants_gradient(thing: object) -> bool:
    return isinstance(thing, Tensor) and thing.requires_grad


def _pull_back(result: object, sources: dict[str, object], cotangent: Array) -> dict[str, Array | None]:
    tensors = [thing for thing in sources.values() if isinstance(thing, Tensor)]
    if not isinstance(result, Tensor):
        raise TypeError(f"a {type(result).__name__} is not a tensor")
    if tuple(result.shape) != cotangent.shape:
        raise ValueError(f"the result has the shape {tuple(result.shape)}, not {cotangent.shape}")
    # of a sum and not with grad_outputs, for whose sake torch would import a whole algebra system
    gradients = torch.autograd.grad((result * build_tensor(cotangent)).sum(), tensors, allow_unused=True)
    described = {name: None if g is None else describe_tensor(g) for name, g in zip(sources, gradients, strict=True)}
    return {sendable(name, 500): value if isinstance(value, Array) else None for name, value in described.items()}


def _backward(result: object, factors: Sequence[Array]) -> dict[str, Array | None]:
    parts = [_item(result, (number,)) for number in range(len(factors))]
    sums = [(build_tensor(factor) * part * part).sum() for factor, part in zip(factors, parts, strict=True)]
    sum(sums[1:], sums[0]).backward()
    gradients = (gradient_of(part) if isinstance(part, Tensor) else None for part in parts)
    described = {str(number): None if grad is None else describe_tensor(grad) for number, grad in enumerate(gradients)}
    return {number: value if isinstance(value, Array) else None for number, value in described.items()}


def _apply(then: Apply, result: object, arguments: Sequence[object], builders: Mapping[str, Builder]) -> Observed:
    if then.overwrite_arguments:
        with torch.no_grad():
            for argument in arguments:
                if isinstance(argument, Tensor):
                    argument.fill_(OVERWRITE)
    target = _item(result, then.path)
    inputs = [build(value, [], (), builders) for value in then.inputs]
    output = target(*inputs)
    value = describe(output)
    if then.cotangent is None:
        return Observed(value)
    sources: dict[str, object] = {f"input {i}": thing for i, thing in enumerate(inputs) if _wants_gradient(thing)}
    if isinstance(target, nn.Module):
        sources |= {name: parameter for name, parameter in target.named_parameters() if parameter.requires_grad}
    return Observed(value, _pull_back(output, sources, then.cotangent))


def _step(then: Step, result: object, arguments: Sequence[object]) -> None:
    model = next(argument for argument in arguments if isinstance(argument, nn.Module))
    optimizer: object = _item(result, then.path)
    for factor, steps in itertools.groupby(then.factors):
        for parameter, gradient in zip(model.parameters(), then.gradients, strict=True):
            parameter.grad = factor * build_tensor(gradient)
        for _again in steps:
            optimizer.step()  # type: ignore[attr-defined]  # whatever the learner returned as an optimizer


def _item(result: object, path: tuple[int, ...]) -> Any:
    for index in path:
        result = result[index]  # type: ignore[index]  # an object that has no items raises, and that is the answer
    return result
