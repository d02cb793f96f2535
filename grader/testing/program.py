"""A failing call as a program: what a learner can paste into Python as it stands, imports included.

Reports show a call for reading; here every number is written out, and nothing is indented.
"""

import itertools
import re
from collections.abc import Iterator

from grader.messages import _
from grader.pipe.frames import Apply, Array, Backward, Blueprint, Call, ListValue, Pullback, Step, TupleValue, Value
from grader.source.module import Source
from grader.testing import render
from grader.testing.values import numbers_of

_LONGEST = 100_000  # characters; no call of a course comes near
_ROW = 100  # columns, after which an array goes on in the next line


def program(call: Call, source: Source) -> str:
    """Return the lines that make a call and show its result; empty for a call that is too large to paste.

    Args:
        call: as it was made.
        source: the module; its own names for the arguments are used.
    """
    names = render.argument_names(call, source)
    body = [*_arguments(call, names), *_call(call, names), *_use(call, names)]
    lines = [*_imports("\n".join(body)), *_import_of(call, source), "", *body]
    text = "\n".join(lines)
    return text if len(text) <= _LONGEST else ""


def _imports(body: str) -> Iterator[str]:
    yield "import torch"
    if "nn." in body:
        yield "from torch import nn"
    if "np." in body:
        yield "import numpy as np"


def _import_of(call: Call, source: Source) -> Iterator[str]:
    if source.origins:
        yield _("# in the notebook itself, where {function} is defined").format(function=call.function)
    else:
        yield f"from {source.name} import {call.function}"


def _arguments(call: Call, names: list[str]) -> Iterator[str]:
    model = next((name for name, one in zip(names, call.arguments, strict=True) if isinstance(one, Blueprint)), "model")
    for name, argument in zip(names, call.arguments, strict=True):
        if _is_short(argument):
            continue
        expression = _expression(argument)
        if isinstance(argument, Blueprint) and argument.optimizes:  # the blueprint calls every model "model"
            expression = re.sub(r"\bmodel\b", model, expression)
        yield f"{name} = {expression}"
        if isinstance(argument, Array) and argument.grad is not None:
            yield f"{name}.grad = {_expression(argument.grad)}"
        if isinstance(argument, Blueprint):
            yield from _numbers_of(argument, name)


def _numbers_of(blueprint: Blueprint, name: str) -> Iterator[str]:
    for attribute, shown in blueprint.numbers.items():
        yield f"{name}.{attribute}.data = {_expression(shown, flags=False)}"
        if shown.grad is not None:
            yield f"{name}.{attribute}.grad = {_expression(shown.grad)}"


def _call(call: Call, names: list[str]) -> Iterator[str]:
    inputs = [_expression(one) if _is_short(one) else name for name, one in zip(names, call.arguments, strict=True)]
    inputs += [f"{name}={_expression(keyword)}" for name, keyword in call.keywords.items()]
    if call.before is not None:
        yield f"earlier = {call.function}({', '.join(map(_expression, call.before))})"
    yield f"torch.manual_seed({call.seed})"
    if not call.recording:
        yield "torch.set_grad_enabled(False)"
    yield from [f"result = {call.function}({', '.join(inputs)})"] * call.repeat
    if not call.recording:
        yield "torch.set_grad_enabled(True)"
    yield "print(result)" if call.before is None else "print(earlier, result)"


def _use(call: Call, names: list[str]) -> Iterator[str]:
    """The lines that use the result as the test did."""
    match call.then:
        case Pullback(cotangent):
            yield f"result.backward({_expression(cotangent)})"
            yield from _gradients(call, names)
        case Apply(inputs, path, cotangent):
            if call.then.overwrite_arguments:
                tensors = (n for n, one in zip(names, call.arguments, strict=True) if isinstance(one, Array))
                yield from (f"{name}.data.fill_(7.5)" for name in tensors)
            yield f"output = result{_items(path)}({', '.join(map(_expression, inputs))})"
            yield "print(output)"
            if cotangent is not None:
                yield f"output.backward({_expression(cotangent)})"
        case Backward(factors):
            pieces = (f"({_expression(factor)} * result[{at}] ** 2).sum()" for at, factor in enumerate(factors))
            yield f"loss = {' + '.join(pieces)}"
            yield "loss.backward()"
            yield "print([part.grad for part in result])"
        case Step(path, gradients, factors):
            model = next(n for n, one in zip(names, call.arguments, strict=True) if isinstance(one, Blueprint))
            yield f"parameters = list({model}.parameters())"
            for factor, steps in itertools.groupby(factors):
                times = "" if factor == 1 else f"{factor!r} * "
                for at, gradient in enumerate(gradients):
                    yield f"parameters[{at}].grad = {times}{_expression(gradient)}"
                yield from (f"result{_items(path)}.step()" for _again in steps)
            yield "print(parameters)"


def _gradients(call: Call, names: list[str]) -> Iterator[str]:
    for name, argument in zip(names, call.arguments, strict=True):
        if isinstance(argument, Array) and argument.requires_grad:
            yield f"print({name}.grad)"


def _items(path: tuple[int, ...]) -> str:
    return "".join(f"[{index}]" for index in path)


def _is_short(argument: Value) -> bool:
    return isinstance(argument, bool | int | float | str | None)


def _expression(thing: Value, flags: bool = True) -> str:
    """A value as the Python expression that makes it, with all of its numbers."""
    match thing:
        case Array():
            return _array(thing, flags)
        case ListValue(items):
            return f"[{', '.join(map(_expression, items))}]"
        case TupleValue(items):
            return f"({', '.join(map(_expression, items))}{',' if len(items) == 1 else ''})"
        case Blueprint():
            return thing.code
    return repr(thing)


def _array(array: Array, flags: bool) -> str:
    known = numbers_of(array)
    assert known is not None, "a test's own array"
    of = "np" if array.is_numpy else "torch"
    # as text, each number has the fewest digits that determine it
    shown = _wrapped(re.sub(r"'", "", str(known.astype(str).tolist()))) if known.size else "[]"
    shape = "" if known.size else f".reshape({array.shape})"
    flag = ", requires_grad=True" if array.requires_grad and flags else ""
    usual = ("float64" if array.is_numpy else "float32", "int64", "bool")  # what the numbers show by themselves
    dtype = "" if known.size and array.dtype in usual else f", dtype={of}.{array.dtype}"
    return f"{render.maker_of(array.is_numpy)}{shown}{dtype}{flag}){shape}"


def _wrapped(text: str) -> str:
    """The text in lines: within brackets Python does not mind how a line starts."""
    if len(text) <= _ROW:
        return text
    return text.replace("], [", "],\n[")
