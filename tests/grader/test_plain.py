"""Modules that need no watching: all that they can use of torch stands in their text, under names that are known."""

import ast
from pathlib import Path

import pytest

from grader.source.plain import ATTRIBUTES, BUILTINS, is_plain, what_to_watch
from grader.source.torch_names import ALL_WATCHED, GRADIENTS

ROOT = Path(__file__).resolve().parents[2]
EVADING = sorted((ROOT / "tests" / "hostile" / "attempts" / "evade").glob("*.py"))


def plain(text: str) -> bool:
    """Whether a module of this text is plain."""
    return is_plain(ast.parse(text), asked=("f",))


def test_a_training_loop_is_plain() -> None:
    """As the course's own solution."""
    assert plain((ROOT / "solutions" / "ex08_training_loop.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", EVADING, ids=lambda path: path.stem)
def test_whatever_evades_the_rules_is_not(path: Path) -> None:
    """So it is watched."""
    assert not plain(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "import sys",
        "from typing import sys",
        "from typing import get_type_hints",
        "from torch import nn",
        "from torch import *",
        "import torch.nn as torch",
        "getattr(torch, name)",
        "f = vars",
        "eval('1')",
        "def f(x):\n    return x.__class__",
        "def __getattr__(name):\n    return name",
        "import torch\ntorch.nn.Linear",
        "class A:\n    pass",
        "def f(x):\n    return x.unknown",
        "@decorated\ndef f(x):\n    return x\ndef decorated(f):\n    return f",
    ],
)
def test_what_reaches_further_is_not_plain(text: str) -> None:
    """By another module, a text, a name of Python's own machinery, or one that nobody has looked at."""
    assert not plain(text)


@pytest.mark.parametrize(
    "text",
    [
        '"""A module."""\nimport torch\nRATE = 0.1\n\ndef f(x, k=None):\n    return x * RATE\n',
        "import torch\n\ndef f(w, lr):\n    with torch.no_grad():\n        w -= lr * w.grad\n        w.grad = None\n",
        "def f(x):\n    found = []\n    found.append(x)\n    found[0] = x\n    return found\n",
        "square = lambda x: x * x\n\ndef f(x):\n    return square(x)\n",
        "import torch\n\ndef f(x):\n    return x\n\nx = torch.tensor([1.0])\nprint(f(x))\n",
        "from torch import Tensor\n\ndef f(x: Tensor) -> Tensor:\n    y: Tensor = x\n    return y\n",
    ],
)
def test_functions_and_constants_remember_nothing(text: str) -> None:
    """Whatever they do with what they are given and with what they make, and an example at the end of the file too."""
    assert plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "n = []\n\ndef f(x):\n    n.append(x)\n    return len(n)\n",
        "n = ([],)\n\ndef f(x):\n    n[0].append(x)\n    return n\n",
        "if True:\n    n = [0] * 2\n\ndef f(x):\n    n.append(x)\n    return n\n",
        "n: (k := []) = 1\n\ndef f(x):\n    k.append(x)\n    return k\n",
        "def f(x: (n := [])):\n    n.append(x)\n    return n\n",
        "def f(x, n=[0] * 1):\n    n.append(x)\n    return n\n",
        "FAILS = {'sum'}\n\ndef f(x):\n    FAILS.add(x)\n    return len(FAILS)\n",
        "import torch\n\ntable = torch.zeros(1)\n\ndef f(x):\n    table.add_(1)\n    return table\n",
        "def g():\n    n = []\n    def h(x):\n        n.append(x)\n        return n\n    return h\n\nf = g()\n",
        "def f(x):\n    g = f\n    g.grad = x\n    return g\n",
        "def g(x):\n    return x\n\ndef f(x):\n    [g for g in x]\n    k = g\n    k.grad = x\n    return k\n",
        "def f(x):\n    return f.grad.append(x)\n\nf.grad = []\n",
        "def f(x):\n    def h(y: (k := f)):\n        return y\n    k.grad = x\n    return h(x)\n",
        "import torch\n\ndef f(x, c=torch.Tensor):\n    c.grad = x\n    return c\n",
        "import torch\n\ndef f(x):\n    torch.tensor = None\n    return x\n",
        "import torch\n\nt = torch\n\ndef f(x):\n    t.data = x\n    return x\n",
        "def f(x):\n    import torch as t\n    t.zeros = x\n    t = x\n    return t\n",
        "import torch\n\ndef f(x):\n    torch.set_grad_enabled(False)\n    return x\n",
        "import torch\n\ndef f(x):\n    return torch.empty(1)\n",
    ],
)
def test_what_could_remember_a_call_is_not_plain(text: str) -> None:
    """In a value that outlasts the call, or in torch itself; also where it keeps nothing after all."""
    assert not plain(text)


@pytest.mark.parametrize("name", ["history_of_all_calls", "grad_mode_left_off"])
def test_known_wrong_answers_that_remember_are_not_plain(name: str) -> None:
    """Of the course's own."""
    path = ROOT / "tests" / "misconceptions" / "ex08_training_loop" / f"{name}.py"
    assert not plain(path.read_text(encoding="utf-8"))


def test_no_known_name_is_watched_but_for_gradients() -> None:
    """Where gradients are watched for, plain modules are watched as well."""
    assert (ATTRIBUTES | BUILTINS) & ALL_WATCHED <= GRADIENTS
    assert what_to_watch(("backward",), plain=True) == ("backward",)
    assert what_to_watch(("Linear",), plain=True) == ()
    assert what_to_watch(("Linear",), plain=False) == ("Linear",)
