"""What Python's own error messages mean to somebody who meets them for the first time. One sentence each, or none."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence

from grader.messages import _
from grader.pipe.frames import Raised
from grader.source.module import Source
from grader.testing.render import one_line

_IMPORTS = {
    "torch": "import torch",
    "np": "import numpy as np",
    "numpy": "import numpy",
    "math": "import math",
    "random": "import random",
    "Tensor": "from torch import Tensor",
}
_NOT_FROM_SCRATCH = {
    "nn": "from torch import nn",
    "F": "import torch.nn.functional as F",
    "optim": "from torch import optim",
}
# names of torch's that learners use without `torch.`
_OF_TORCH = frozenset(
    {
        *(
            "tensor",
            "randn",
            "rand",
            "zeros",
            "ones",
            "zeros_like",
            "ones_like",
            "randn_like",
            "arange",
            "stack",
            "cat",
        ),
        *("mean", "matmul", "manual_seed", "no_grad", "square", "as_tensor", "from_numpy"),
        *("float32", "float64", "int64", "long"),
    }
)
_ARGUMENTS = (
    *(
        "requires_grad",
        "dtype",
        "dim",
        "keepdim",
        "device",
        "size",
        "generator",
        "out",
        "lr",
        "momentum",
        "weight_decay",
    ),
    *("in_features", "out_features", "bias", "reduction", "start", "sep", "end", "key", "reverse", "inplace"),
)
_OTHER_WORDS = {"axis": "dim", "axes": "dim", "learning_rate": "lr", "rate": "lr", "type": "dtype"}
_TENSOR_ATTRIBUTES = (
    *("backward", "detach", "float", "grad", "item", "mean", "numpy", "requires_grad", "requires_grad_", "reshape"),
    *("shape", "size", "sum", "T", "to", "unsqueeze", "view"),
)


def python_meaning(raised: Raised, source: Source, elsewhere: Mapping[str, str]) -> str:
    """What one of Python's own exceptions says, in one sentence; empty for those that speak for themselves.

    Args:
        raised: the exception.
        source: the module that it left.
        elsewhere: functions that other exercises ask for, each with its exercise's name.
    """
    near = one_line(raised.near, 60) if raised.near else None
    if raised.exception == "NameError":
        found = re.search(r"name '(\w+)' is not defined", raised.message)
        return _of_name(found[1], near, elsewhere) if found else ""
    if raised.exception == "TypeError" and (meaning := _of_arguments(raised.message)):
        return meaning
    if raised.exception == "AttributeError" and near:
        return _("Did you mean {near}?").format(near=near)
    for exception, pattern, sentence in _meanings():
        found = re.search(pattern, raised.message)
        if raised.exception == exception and found is not None:
            return sentence.format(*found.groups()) if isinstance(sentence, str) else sentence(_line(raised, source))
    return ""


def _line(raised: Raised, source: Source) -> str:
    line = raised.frames[-1].line if raised.frames else 0
    return source.lines[line - 1] if 1 <= line <= len(source.lines) else ""


def _meanings() -> tuple[tuple[str, str, str | Callable[[str], str]], ...]:
    """Exceptions, patterns of their messages, and their meaning: a text, or a function of the learner's line."""
    # at each call: the language is chosen after this module is imported
    attributes = "|".join(_TENSOR_ATTRIBUTES)
    return (
        (
            "UnboundLocalError",
            r"local variable '(\w+)'",
            _("On this line {0} has no value yet: it gets its first one further down, or on a way that was not taken."),
        ),
        ("TypeError", r"unsupported operand type\(s\) for \^", _("^ is no power in Python: write ** 2.")),
        (
            "AttributeError",
            r"'(?:float|int)' object has no attribute 'backward'",
            _("A Python number remembers nothing: call backward() on the tensor, and .item() only after it."),
        ),
        (
            "AttributeError",
            rf"'(float|int|list|tuple)' object has no attribute '({attributes})'",
            _("This is a Python {0}; {1} belongs to tensors, and torch.tensor(…) makes one."),
        ),
        (
            "TypeError",
            r"'(?:builtin_function_or_)?method'",
            _("A method is named here and not called: brackets are missing behind it, as in model.parameters()."),
        ),
        (
            "AttributeError",
            r"'(?:builtin_function_or_)?method' object",
            _("A method is named here and not called: brackets are missing behind it, as in model.parameters()."),
        ),
        ("TypeError", r"'NoneType'", _of_none),
        ("AttributeError", r"'NoneType' object", _of_none),
        (
            "TypeError",
            r"unsupported operand type\(s\) for \S+: (?:.* and )?'range'",
            _("range(…) stands for all the numbers of a loop; the current one is what stands between for and in."),
        ),
        (
            "TypeError",
            r"unsupported operand type\(s\) for \S+: .*'list'|can't multiply sequence by non-int",
            _("Python's lists do not compute entry by entry: make tensors of them first, with torch.tensor(…)."),
        ),
        (
            "TypeError",
            r"'int' object is not iterable",
            _("A number is no collection to go through; range(…) counts up to it."),
        ),
        (
            "TypeError",
            r"'(Tensor|torch\.Size|float|int|list|tuple|NoneType)' object is not callable",
            _("Round brackets call what stands before them, and a {0} cannot be called. * multiplies."),
        ),
        (
            "TypeError",
            r"'float' object cannot be interpreted as an integer",
            _("Counting and sizes need a whole number, and this one has a fraction or a point."),
        ),
        (
            "TypeError",
            r"unsupported format string passed to Tensor",
            _("Only a number can be printed with a format: take it out of the tensor with .item()."),
        ),
    )


def _of_none(line: str) -> str:
    if ".grad" in line:
        return _(".grad is None until backward() has been called on a result that was computed from this very tensor.")
    return _("There is a None here, which is what a function without return gives.")


def _of_name(name: str, near: str | None, elsewhere: Mapping[str, str]) -> str:
    if name in _IMPORTS:
        return _("Add this line at the top: {line}").format(line=_IMPORTS[name])
    if name in _NOT_FROM_SCRATCH:
        sentence = _("If the exercise's page allows it, add this line at the top: {line}")
        return sentence.format(line=_NOT_FROM_SCRATCH[name])
    if name in _OF_TORCH:
        return _("Write torch.{name}.").format(name=name)
    if name in elsewhere:
        sentence = _("{name} is written in {exercise}, and each file stands alone: write it here again.")
        return sentence.format(name=name, exercise=elsewhere[name])
    if near:
        return _("Did you mean {near}?").format(near=near)
    return _("Nothing gives {name} a value: a function knows its arguments, and what its own file defines.").format(
        name=name
    )


# ---- arguments ----


def _of_arguments(message: str) -> str:
    """What a message says of arguments that a function does not take."""
    combination = re.match(r"(\w+)\(\) received an invalid combination of arguments - got \((.*?)\), but exp", message)
    if combination:
        given = re.findall(r"(\w+)=", combination[2])
        known = re.findall(r"(\w+)(?: = [^,)]*)?[,)]", message[combination.end() :])
        strange = [name for name in given if name not in known]
        if strange and known:
            return _no_argument(combination[1], strange[0], known)
        sentence = _(
            "{function} cannot work with ({given}): look at how many values it is given, and what each one is."
        )
        return sentence.format(function=combination[1], given=combination[2])
    keyword = re.search(r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'", message)
    if keyword:
        return _no_argument(keyword[1], keyword[2], _ARGUMENTS)
    keyword = re.search(r"'(\w+)' is an invalid keyword argument for (\w+)\(\)", message)
    return _no_argument(keyword[2], keyword[1], _ARGUMENTS) if keyword else ""


def _no_argument(function: str, name: str, known: Sequence[str]) -> str:
    other = _OTHER_WORDS.get(name)
    near = (
        [other] if other in known else difflib.get_close_matches(name, [one for one in known if one != name], 1, 0.75)
    )
    sentence = _("{function} has no argument {name}.")
    if near:
        sentence = _("{function} has no argument {name}; did you mean {near}?")
    return sentence.format(function=function, name=name, near=near[0] if near else "")
