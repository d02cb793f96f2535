"""Values as text that a learner can read and paste: the call, what came back, what was expected."""

import re

import numpy as np
from numpy.typing import NDArray

from grader.messages import _
from grader.pipe.frames import Array, Blueprint, Call, ListValue, ModuleValue, Opaque, Raised, TupleValue, Value
from grader.source.module import Source, quote_span
from grader.testing.torch_errors import meaning
from grader.testing.values import numbers_of
from grader.testing.worker_words import in_words

_MOST_NUMBERS = 48  # of one array; a larger one is shown by its corners
_MOST_ITEMS = 12
_MOST_TEXT = 200  # characters of a name or a text that is the learner's own
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")  # different in each run, and of no use to a reader
_CLASS = re.compile(r"<class '(?:\w+\.)*(\w+)'>")
_IN_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_LINE = 66  # columns that a value may fill before it is broken into rows: what a terminal of 80 leaves it


def number(value: float) -> str:
    """A float with as many digits as tell float32 numbers apart."""
    if 1e-4 <= abs(value) < 1e7 or value == 0:
        return np.format_float_positional(np.float32(value), unique=True, trim="0")
    # nan and inf too
    return f"{value:.6g}"


def one_line(text: str, most: int = _MOST_TEXT) -> str:
    """A name or a text of the learner's as one line: with line ends it could look like a line of the report's own."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rpartition(' ')[0] or flat[:most]} …"


def numbers(values: NDArray[np.generic], indent: int = 0) -> str:
    """An array as nested brackets, `[[1.0, 2.0], [3.0, 4.0]]`."""
    shown = values.astype(np.float32) if np.issubdtype(values.dtype, np.floating) else values
    if values.size <= _MOST_NUMBERS:
        flat = _brackets(shown.tolist())
        if len(flat) <= _LINE - indent:
            return flat
    with np.printoptions(threshold=_MOST_NUMBERS, edgeitems=2, suppress=True, linewidth=_LINE):
        return np.array2string(
            shown, separator=", ", prefix=" " * indent, formatter={"float_kind": lambda x: number(float(x))}
        )


def _brackets(nested: object) -> str:
    if isinstance(nested, list):
        return f"[{', '.join(map(_brackets, nested))}]"
    return number(nested) if isinstance(nested, float) else str(nested)


def value(thing: Value, indent: int = 0, flags: bool = True) -> str:
    """A value as the Python expression that makes it, or its description where there is none.

    Args:
        thing: what to show.
        indent: how many columns stand before it.
        flags: whether to say `requires_grad=True`.
    """
    match thing:
        case Array():
            return _tensor(thing, indent, flags)
        case ListValue(items):
            return f"[{_items(items, indent, flags)}]"
        case TupleValue(items):
            return f"({_items(items, indent, flags)}{',' if len(items) == 1 else ''})"
        case float():
            return number(thing)
        case ModuleValue():
            listed = ", ".join(f"{name} {tuple(p.shape)}" for name, p in thing.parameters.items())
            return f"{one_line(thing.class_name)}({one_line(listed)})"
        case Opaque("type", text) if shown := _CLASS.fullmatch(text):
            return _("the class {name}").format(name=one_line(shown[1]))
        case Opaque(class_name, text) if "\n" in text:  # an optimizer's settings, a table of somebody's
            return f"{one_line(class_name.rpartition('.')[2])}(…)"
        case Opaque(class_name, text):
            # a bound method shows what it is bound to, which may be a table of numbers
            text = re.sub(r"^(<bound method [\w.]+) of .*", r"\1>", text, flags=re.DOTALL)
            return f"{one_line(class_name)}: {in_words(one_line(_ADDRESS.sub('', text)))}"
        case Blueprint():
            return one_line(thing.code)
    return repr(thing)


def _tensor(array: Array, indent: int, flags: bool) -> str:
    known = numbers_of(array)
    maker = maker_of(array.is_numpy)
    if known is None:
        what = _("a NumPy array") if array.is_numpy else _("a tensor")
        sentence = _("{what} of shape {shape} and dtype {dtype}")
        return sentence.format(what=what, shape=array.shape, dtype=one_line(array.dtype))
    if known.size == 0:
        return f"{'np' if array.is_numpy else 'torch'}.empty({array.shape})"
    flag = ", requires_grad=True" if array.requires_grad and flags else ""
    # the usual ones are what the numbers show by themselves
    usual = ("float64" if array.is_numpy else "float32", "int64", "bool")
    dtype = "" if array.dtype in usual else f", dtype={'np' if array.is_numpy else 'torch'}.{array.dtype}"
    return f"{maker}{numbers(known, indent + len(maker))}{dtype}{flag})"


def maker_of(is_numpy: bool) -> str:
    """How the expression of an array begins, or that of a tensor."""
    return "np.array(" if is_numpy else "torch.tensor("


def _items(items: tuple[Value, ...], indent: int, flags: bool) -> str:
    shown = ", ".join(value(item, indent + 1, flags) for item in items[:_MOST_ITEMS])
    more = len(items) - _MOST_ITEMS
    return _("{items}, … {count} more").format(items=shown, count=more) if more > 0 else shown


def kind(thing: Value) -> str:
    """What sort of thing a value is, in words."""
    match thing:
        case None:
            return "None"
        case Array():
            number, array = _("a NumPy number"), _("a NumPy array")
            return _("a tensor") if not thing.is_numpy else array if thing.shape else number
        case ListValue():
            return _("a list")
        case TupleValue():
            return _("a tuple")
    name = getattr(thing, "class_name", type(thing).__name__)
    return (_("an {name}") if name[:1] in "aeiou" else _("a {name}")).format(name=one_line(name))


def call(request: Call, source: Source) -> str:
    """A call as code: the function with the learner's own parameter names, and a line for each argument's value."""
    names = argument_names(request, source)
    short = [isinstance(argument, bool | int | float | str | None) for argument in request.arguments]
    shown = [value(a) if brief else name for a, brief, name in zip(request.arguments, short, names, strict=False)]
    shown += [f"{name}={value(keyword)}" for name, keyword in request.keywords.items()]
    lines = [f"{request.function}({', '.join(shown)})"]
    width = max((len(name) for name, brief in zip(names, short, strict=False) if not brief), default=0)
    for name, brief, argument in zip(names, short, request.arguments, strict=False):
        if not brief:
            lines.append(f"{name:<{width}} = {value(argument, width + 3)}")
            if isinstance(argument, Array) and argument.grad is not None:
                lines.append(f"{name}.grad = {value(argument.grad, len(name) + 8)}")
            if isinstance(argument, Blueprint):
                lines += _numbers_of(argument, name)
    if not request.recording:
        lines.append(_("(called inside `with torch.no_grad():`)"))
    if request.repeat > 1:
        lines.append(_("(called {times} times with the same arguments)").format(times=request.repeat))
    return "\n".join(lines)


def argument_names(request: Call, source: Source) -> list[str]:
    """What to call each argument: as the learner does, or in words where the function takes fewer or others."""
    names = source.parameters(request.function)
    count = len(request.arguments)
    if len(names) >= count and names[:1] != ("self",):
        return list(names[:count])
    return [_IN_WORDS[i] if i < len(_IN_WORDS) else f"number_{i + 1}" for i in range(count)]


def _numbers_of(blueprint: Blueprint, name: str) -> list[str]:
    lines = []
    for attribute, shown in blueprint.numbers.items():
        known = numbers_of(shown)
        if known is not None:
            start = f"{name}.{attribute} = "
            lines.append(start + numbers(known, len(start)))
    if any(shown.grad is not None for shown in blueprint.numbers.values()):
        lines.append(_("({name}'s parameters already hold gradients from before)").format(name=name))
    return lines


def first_sentence(said: str) -> str:
    """Of a text of torch's that we explain, the part that says what happened: ways out for those who know it follow."""
    first = re.match(r"(.+?)[.!?](?= [A-Z])", said)
    if first is None or not meaning(said):
        return said
    return re.sub(r" \([^()]*\)", "", first[1]) + "."


def exception(raised: Raised, source: Source) -> str:
    """An exception as its one line, below the learner's own line that raised it. No frames of any framework."""
    # "[enforce fail at alloc_cpu.cpp:127] err == 0. …" names lines of torch's own code
    message = re.sub(r"^\[enforce fail at [^\]]*\] ?[^.]*\. ", "", one_line(in_words(raised.message), 2_000))
    # what torch lists then are its own declarations, in the language that it is written in
    message = one_line(first_sentence(re.sub(r", but expected one of: \*.*", "", message)), 300)
    kind = one_line(raised.exception)
    sentence = f"{kind}: {message}" if message else kind
    if not raised.frames:
        return sentence
    at = raised.frames[-1]
    where = f"{source.place(at.line)}:"
    return f"{sentence}\n{where}\n{quote_span(source, at.line, at.column, at.end_column)}"
