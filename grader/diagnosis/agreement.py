"""What it means to give the same answer: values within float32 rounding, and, apart from them, what else is odd."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np

from grader.pipe.codec import is_identical
from grader.pipe.frames import Array, ListValue, ModuleValue, Observed, Opaque, Raised, Returned, TupleValue, Value
from grader.result.evidence import Aspect
from grader.testing.values import Floats, numbers_of, same, same_input

# Far above what float32 makes of one formula written in two ways, even after some epochs, and far below a mistake
_RELATIVE = 1e-4
# float32 ends at 3e38: in which epoch a run that diverges gets there, and inf becomes nan, is a matter of rounding
_DIVERGED = 1e30
_DIGITS = re.compile(r"(\.\d\d)(\d+)")
_LAYERS = frozenset({"Linear", "Sequential"})  # without parameters, something is missing from them
_FUNCTIONS = frozenset({"function", "builtin_function_or_method", "method", "partial"})
_MOST_DIGITS = 5  # beyond two; a number with more is printed as it is
_LONGEST_LOG_LINE = 200  # characters
_SAME, _MULTIPLE = 6, 2  # how much a piece counts that is the same, or a multiple; one of the same form counts 1
_DETAIL = re.compile(r"'[^']*'|\d+")  # of an exception's message

Reply = Returned | Raised
Oddity = tuple[str, str]  # the aspect, as a test complains of it, and where it shows


def agree(
    mine: Reply | None, theirs: Reply | None, complaints: Set[Aspect] = frozenset(), log: Sequence[str] = ()
) -> bool:
    """Whether two replies to one call show the same values; flags and side effects aside.

    Args:
        mine: of one module.
        theirs: of another one.
        complaints: what tests complained of. If it was the log, or changed inputs, these have to be the same too.
        log: the forms of a log's lines, see `Exercise`.
    """
    if _is_identical(mine, theirs):  # as most are
        return True
    match mine, theirs:
        case Raised(), Raised():
            return mine.exception == theirs.exception and _said(mine.message) == _said(theirs.message)
        case Returned(), Returned():
            return (
                _all_close(_as_used(mine), _as_used(theirs))
                and _all_close(_models(mine.arguments), _models(theirs.arguments))
                and _seen_alike(mine.observed, theirs.observed)
                and ("log" not in complaints or _log(mine, log) == _log(theirs, log))
                # a sorted list is not an emptied one
                and ("inputs" not in complaints or _all_close(mine.arguments, theirs.arguments))
            )
    return False


def _is_identical(mine: Reply | None, theirs: Reply | None) -> bool:
    """Whether two replies are the same to the last bit; the first comparison is the cheap one."""
    return mine is not None and mine == theirs and is_identical(mine, theirs)


def common_pieces(mine: Reply | None, theirs: Reply | None, log: Sequence[str] = ()) -> int:
    """How far two replies agree, piece by piece: items of a result, gradients, parameters, the log.

    A second mistake may have multiplied a piece, or changed all its numbers and only left its form.
    """
    if not isinstance(mine, Returned) or not isinstance(theirs, Returned):
        return 1000 * agree(mine, theirs)
    one, other = dict(_pieces(mine)), dict(_pieces(theirs))
    values = sum(_common(value, other[name]) for name, value in one.items() if name in other)
    return values + _SAME * (_log(mine, log) == _log(theirs, log))


def _common(mine: Value, theirs: Value) -> int:
    if close(mine, theirs):
        return _SAME
    if _form(mine) != _form(theirs):
        return 0
    if isinstance(mine, Array) and isinstance(theirs, Array):
        a, b = numbers_of(mine), numbers_of(theirs)
        if a is not None and b is not None and a.size > 1 and np.any(b) and np.isfinite(a).all():
            one, other = a.astype(np.float64), b.astype(np.float64)
            factor = float(np.sum(one * other) / np.sum(other * other))
            if factor and _near(one, factor * other):
                return _MULTIPLE
    return 1


def _pieces(reply: Returned) -> Iterator[tuple[str, Value]]:
    for index, result in enumerate(reply.results):
        items = result.items if isinstance(result, TupleValue) else (result,)
        yield from ((f"result {index} {place}", item) for place, item in enumerate(items))
    for place, model in enumerate(_models(reply.arguments)):
        assert isinstance(model, ModuleValue)
        yield from ((f"model {place} {name}", parameter) for name, parameter in model.parameters.items())
    if reply.observed is not None:
        yield "value", reply.observed.value
        yield from ((f"gradient {name}", gradient) for name, gradient in reply.observed.gradients.items())


def alike_in_form(mine: Reply | None, theirs: Reply | None) -> bool:
    """Whether two replies differ in numbers at most; for answers that are drawn anew each time."""
    match mine, theirs:
        case Raised(), Raised():
            return mine.exception == theirs.exception
        case Returned(), Returned():
            return [_form(value) for value in mine.results] == [_form(value) for value in theirs.results]
    return False


def other_words(mine: Mapping[int, Reply | None], theirs: Mapping[int, Reply | None]) -> int:
    """In how many ways replies that agree are still not the same: inputs in place, events, prints, settings."""
    count = 0
    for at, reply in theirs.items():
        one = mine[at]
        if isinstance(one, Returned) and isinstance(reply, Returned):
            count += not all(map(same, one.arguments, reply.arguments))
            count += one.events != reply.events
            count += one.printed != reply.printed
            count += [*map(_text, one.results)] != [*map(_text, reply.results)]
    return count


def oddities(
    replies: Mapping[int, Reply | None], right: Mapping[int, Reply | None], log: Sequence[str] = ()
) -> set[Oddity]:
    """In what, and where, replies differ from the right ones to the same calls; `log` as for `agree`."""
    odd: set[Oddity] = set()
    for at, mine in replies.items():
        theirs = right[at]
        if isinstance(mine, Returned) and _is_identical(mine, theirs):
            odd.update(_left_behind(mine))
            continue
        if not agree(mine, theirs):
            odd.add(("values", ""))
        if isinstance(mine, Returned) and isinstance(theirs, Returned):
            if _log(mine, log) != _log(theirs, log):
                odd.add(("log", ""))
            odd.update(_side_effects(mine, theirs))
    return odd


# ---- values ----


def _said(message: str | None) -> tuple[str, list[str]] | None:
    """What an exception says: `X * weight` and `weight * X` name the same two sizes, each in its own order."""
    if message is None:
        return None
    # which name was not bound is the learner's own choice
    message = re.sub(r"local variable '\w*'", "local variable", message)
    return _DETAIL.sub("#", message), sorted(_DETAIL.findall(message))


def _all_close(mine: tuple[Value, ...], theirs: tuple[Value, ...]) -> bool:
    return len(mine) == len(theirs) and all(map(close, mine, theirs))


def _as_used(reply: Returned) -> tuple[Value, ...]:
    """The results; of one that is used after the call, the use says how it works and its kind is a matter of taste."""
    return tuple(_without_tools(result, reply.observed is not None) for result in reply.results)


def _without_tools(value: Value, used: bool) -> Value:
    match value:
        case Opaque() | ModuleValue(parameters={}) if used:
            return Opaque("", "")
        # a loss may be an object or a function
        case ModuleValue(parameters={}, kinds=kinds) if not set(kinds) & _LAYERS:
            return Opaque("", "")
        case Opaque(class_name=name) if name in _FUNCTIONS or _is_optimizer(name):
            return Opaque("", "")
        case TupleValue(items):
            return TupleValue(tuple(_without_tools(item, used) for item in items))
    return value


def _is_optimizer(class_name: str) -> bool:
    """Whether it may be one: torch's, or of a class in the module itself, whose name is the learner's choice."""
    package, dot, _name = class_name.partition(".")
    return bool(dot) and (package not in ("torch", "numpy") or class_name.startswith("torch.optim."))


def _models(arguments: tuple[Value, ...]) -> tuple[Value, ...]:
    # a model is trained in place, whoever trains it; whether a tensor is changed in place is the learner's choice
    return tuple(argument for argument in arguments if isinstance(argument, ModuleValue))


def _seen_alike(mine: Observed | None, theirs: Observed | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    if _said(mine.problem) != _said(theirs.problem) or mine.gradients.keys() != theirs.gradients.keys():
        return False
    gradients = all(close(mine.gradients[name], theirs.gradients[name]) for name in mine.gradients)
    return gradients and close(mine.value, theirs.value)


def close(mine: Value, theirs: Value) -> bool:
    """Whether two values are the same within rounding, and of the same shape, dtype and kind."""
    match mine, theirs:
        case Array(), Array():
            if (mine.dtype, mine.shape, mine.is_numpy) != (theirs.dtype, theirs.shape, theirs.is_numpy):
                return False
            a, b = numbers_of(mine), numbers_of(theirs)
            return a is not None and b is not None and _near(a.astype(np.float64), b.astype(np.float64))
        case (ListValue(a), ListValue(b)) | (TupleValue(a), TupleValue(b)):
            return _all_close(a, b)
        case ModuleValue(), ModuleValue():
            return mine.parameters.keys() == theirs.parameters.keys() and all(
                close(mine.parameters[name], theirs.parameters[name]) for name in mine.parameters
            )
        case float(), float():
            # without NumPy: a history has a thousand of them
            return math.isclose(mine, theirs, rel_tol=_RELATIVE) or not (
                abs(mine) < _DIVERGED or abs(theirs) < _DIVERGED
            )
        case Opaque(), Opaque():
            return mine.class_name == theirs.class_name
    return type(mine) is type(theirs) and (mine == theirs or not isinstance(mine, bool | int | str | None))


def _near(a: Floats, b: Floats) -> bool:
    scale = float(np.max(np.abs(b), initial=0.0, where=np.isfinite(b)))
    # what np.allclose does, in a third of its time: thousands of replies are compared
    with np.errstate(invalid="ignore"):
        apart = ~np.asarray(np.abs(a - b) <= _RELATIVE * scale)
        return not np.any(apart & ((np.abs(a) < _DIVERGED) | (np.abs(b) < _DIVERGED)))


def _log(reply: Returned, forms: Sequence[str]) -> list[str]:
    """The printed lines that belong to the log: those of the first form that any line has."""
    # a course's pattern may take quadratic time, so a line that is far too long for a log is none
    printed = [line.strip() for line in reply.printed.text.splitlines() if len(line) <= _LONGEST_LOG_LINE]
    for form in forms:
        lines = [line for line in printed if re.search(form, line)]
        if lines:
            # the last digits of a printed number are rounding; how many there are is not
            return [_DIGITS.sub(lambda found: found[1] + "#" * min(len(found[2]), _MOST_DIGITS), one) for one in lines]
    return []


def _form(value: Value) -> object:
    match value:
        case Array():
            return value.dtype, value.shape, value.is_numpy
        case ListValue(items) | TupleValue(items):
            return type(value), tuple(map(_form, items))
        case ModuleValue():
            return {name: _form(parameter) for name, parameter in value.parameters.items()}
    return type(value)


def _text(value: Value) -> str:
    """What an object that is no data says of itself: an optimizer lists its settings."""
    match value:
        case Opaque():
            return f"{value.class_name} {value.text}"
        case ModuleValue():
            return value.class_name
        case ListValue(items) | TupleValue(items):
            return " ".join(map(_text, items))
    return ""


# ---- side effects and flags ----


def _left_behind(mine: Returned) -> Iterator[Oddity]:
    if mine.reseeded:
        yield "seed", ""
    if mine.default_dtype != "float32":
        yield "dtype", ""


def _side_effects(mine: Returned, right: Returned) -> Iterator[Oddity]:
    yield from _left_behind(mine)
    if mine.grad_enabled != right.grad_enabled:
        yield "grad_mode", "left on" if mine.grad_enabled else "left off"
    for index, (a, b) in enumerate(zip(mine.arguments, right.arguments, strict=False)):
        if not same_input(a, b):
            yield "inputs", str(index)
        if isinstance(a, ModuleValue) and isinstance(b, ModuleValue):
            for name in a.parameters.keys() & b.parameters.keys():
                if a.parameters[name].requires_grad != b.parameters[name].requires_grad:
                    yield "requires_grad", f"{index}.{name}"
    for result, right_result in zip(mine.results, right.results, strict=False):
        theirs = dict(_tensors(right_result))
        for where, tensor in _tensors(result):
            if where in theirs:
                yield from _flags(tensor, theirs[where], where)


def _flags(mine: Array, right: Array, where: str) -> Iterator[Oddity]:
    if mine.requires_grad != right.requires_grad:
        yield "requires_grad", where
    if mine.is_leaf != right.is_leaf:
        yield "leaf", where
    if _has_grad(mine) != _has_grad(right):
        yield "grad", where


def _tensors(value: Value, where: str = "") -> Iterator[tuple[str, Array]]:
    match value:
        case Array():
            yield where, value
        case ListValue(items) | TupleValue(items):
            for index, item in enumerate(items):
                yield from _tensors(item, f"{where}.{index}")
        case ModuleValue():
            for name, parameter in value.parameters.items():
                yield f"{where}.{name}", parameter


def _has_grad(tensor: Array) -> bool:
    grad = None if tensor.grad is None else numbers_of(tensor.grad)
    return grad is not None and bool(np.any(grad))
