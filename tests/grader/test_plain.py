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
    return is_plain(ast.parse(text))


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


def test_no_known_name_is_watched_but_for_gradients() -> None:
    """Where gradients are watched for, plain modules are watched as well."""
    assert (ATTRIBUTES | BUILTINS) & ALL_WATCHED <= GRADIENTS
    assert what_to_watch(("backward",), plain=True) == ("backward",)
    assert what_to_watch(("Linear",), plain=True) == ()
    assert what_to_watch(("Linear",), plain=False) == ("Linear",)
