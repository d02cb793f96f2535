"""The "from scratch" rules: a use is found by whatever name it goes, and nothing else is."""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.source.module import Source, parse
from grader.source.rules import autograd_uses, uses_of

ROOT = Path(__file__).resolve().parents[2]
NN = ("torch.nn", "torch.optim")


def used(text: str) -> list[str]:
    """The names under torch.nn and torch.optim that the function f uses."""
    source = parse("ex03_prediction", text.encode())
    assert isinstance(source, Source)
    return [use.name for use in uses_of(source, ("f",), NN)]


def differentiated(text: str) -> list[str]:
    """The automatic differentiation that f uses."""
    source = parse("ex06_gradients", text.encode())
    assert isinstance(source, Source)
    return [use.name for use in autograd_uses(source, ("f",))]


@pytest.mark.parametrize(
    "text",
    [
        "import torch\ndef f(x): return torch.nn.functional.mse_loss(x, x)",
        "import torch.nn.functional as G\ndef f(x): return G.mse_loss(x, x)",
        "from torch import nn as n\ndef f(x): return n.Linear(1, 1)(x)",
        "from torch.nn import Linear as L\ndef f(x): return L(1, 1)(x)",
        "from torch.nn.functional import *\ndef f(x): return mse_loss(x, x)",
        "import torch\nn = torch.nn\nL = n.Linear\ndef f(x): return L(1, 1)(x)",
        "import torch\ndef f(x): return torch.nn.Parameter(x)",
        "import torch as t\ndef f(x): return t.optim.SGD([x], 0.1)",
        "import torch\ndef f(x): return getattr(torch, 'nn').Linear(1, 1)(x)",
        "import importlib\ndef f(x): return importlib.import_module('torch.nn').Linear(1, 1)(x)",
        "def f(x): return __import__('torch.nn').nn.Linear(1, 1)(x)",
        "import sys\ndef f(x): return sys.modules['torch.nn'].Linear(1, 1)(x)",
        "import torch\ndef g(x): return torch.nn.Linear(1, 1)(x)\ndef f(x): return g(x)",
        "import torch\nclass M(torch.nn.Module): pass\ndef f(x): return M()(x)",
        "import torch\nloss = torch.nn.MSELoss()\ndef f(x): return loss(x, x)",
        "import torch\nf = lambda x: torch.nn.Linear(1, 1)(x)",
        "def f(x):\n    from torch import nn\n    return nn.Linear(1, 1)(x)",
        "def f(x):\n    import torch.nn.functional as F\n    return F.linear(x, x)",
        "try:\n    import torch.nn as nn\nexcept ImportError:\n    nn = None\ndef f(x): return nn.Linear(1, 1)(x)",
        "import torch\na, b = torch.nn, 1\ndef f(x): return a.Linear(1, 1)(x)",
        "import torch\ndef f(x): return torch._C._nn.mse_loss(x, x, 1)",
        "import torch\ndef f(x): return torch.ops.aten.mse_loss(x, x)",
        "import torch\ndef f(x): return torch._refs.nn.functional.mse_loss(x, x)",
        "import torch\ndef f(x): return torch._decomp.decompositions.mse_loss(x, x)",
        "import torch\ndef f(x): return torch.ao.nn.quantized.Linear(1, 1)(x)",
        "import torch\ndef f(x): return torch.distributed.optim.ZeroRedundancyOptimizer([x])",
        "import torch\ndef f(x): return torch._fused_sgd_([x], [x])",
        "import torch\ndef f(x): return torch.conv1d(x, x)",
    ],
)
def test_a_use_is_found_by_any_name(text: str) -> None:
    """Aliases, star imports, helpers, constants and strings."""
    assert used(text)


_KEPT = "import torch.nn.functional as F\nfrom contextlib import nullcontext\nclass K: pass\ng = F.mse_loss\n"


@pytest.mark.parametrize(
    "text",
    [
        "for K.f in [g]: pass\ndef f(x): return K.f(x, x)",
        "with nullcontext(g) as h: pass\ndef f(x): return h(x, x)",
        "match g:\n    case h: pass\ndef f(x): return h(x, x)",
        "match {'a': g}:\n    case {'a': h}: pass\ndef f(x): return h(x, x)",
        "try:\n    raise ValueError(g)\nexcept ValueError as error:\n    h = error.args[0]\ndef f(x): return h(x, x)",
        "if (h := g): pass\ndef f(x): return h(x, x)",
        "(K.f, h) = (g, 1)\ndef f(x): return K.f(x, x)",
        "[h] = [g]\ndef f(x): return h(x, x)",
        "h, *_ = [g, 1]\ndef f(x): return h(x, x)",
        "def f(x, h=g): return h(x, x)",
        "K.f = g\ndef f(x): return K.f(x, x)",
        "table = {}\ntable['f'] = g\ndef f(x): return table['f'](x, x)",
        "class L:\n    f = g\ndef f(x): return L.f(x, x)",
        "h = g\nh += 1\ndef f(x): return h(x, x)",
        "while True:\n    h = g\n    break\ndef f(x): return h(x, x)",
        "import torch\ndef f(x):\n    for t in [torch]:\n        return t.nn.functional.mse_loss(x, x)",
        "import torch\ndef f(x):\n    with nullcontext(torch) as t:\n        return t.nn.functional.mse_loss(x, x)",
        "import torch\ndef f(x):\n    match torch:\n        case t: return t.nn.functional.mse_loss(x, x)",
        "import torch\ndef h(t, x): return t.nn.functional.mse_loss(x, x)\ndef f(x): return h(torch, x)",
        "import torch\ndef f(x): return [t.nn.functional.mse_loss(x, x) for t in (torch,)][0]",
    ],
)
def test_a_use_is_found_however_its_name_was_bound(text: str) -> None:
    """By every statement of the language that gives a name to something."""
    assert used(_KEPT + text)


@pytest.mark.parametrize(
    "text",
    [
        "import torch\nmodel = torch.nn.Linear(1, 1)\ndef f(model): return model + 1",
        "import torch\nfor X in [torch.nn.Linear(1, 1)]: print(X)\ndef f(X): return X + 1",
        "import torch\nloss = torch.nn.MSELoss()\ndef f(x):\n    loss = x\n    return loss",
    ],
)
def test_a_local_name_is_another_thing(text: str) -> None:
    """What somebody tries out below the function may go by the names that are used in it."""
    assert not used(text)


@pytest.mark.parametrize(
    "text",
    [
        "import torch.nn as nn\ndef f(x): return x",
        "from torch.nn import *\ndef f(x): return x.sum(dim=len(x.shape) - 1)",
        "import torch\ndef f(x): return x\nif __name__ == '__main__':\n    torch.nn.Linear(1, 1)",
        "import torch\ndef f(x): return x\ndef demo(x): return torch.nn.Linear(1, 1)(x)",
        "import torch\ndef f(x: torch.nn.Parameter) -> torch.nn.Parameter: return x",
        "def f(nn): return nn.optim",
        "import torch\ndef f(x):\n    '''Unlike torch.nn.Linear.'''\n    return x  # torch.nn",
        "import torch\nclass Line:\n    def nn(self): return 1\ndef f(x): return Line().nn()",
    ],
)
def test_what_is_no_use_is_left_alone(text: str) -> None:
    """Unused imports, demo code, type hints, comments and names that only look alike."""
    assert not used(text)


def test_a_use_has_its_place() -> None:
    """So that the report can show the line."""
    source = parse("ex03_prediction", b"import torch.nn as nn\ndef f(x):\n    return nn.Linear(1, 1)(x)\n")
    assert isinstance(source, Source)

    use = uses_of(source, ("f",), NN)[0]

    assert (use.name, use.line, use.column, use.end_column) == ("torch.nn.Linear", 3, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    x.mean().backward()\n    return x.grad",
        "import torch\ndef f(x): return torch.autograd.grad(x, x)",
        "from torch.autograd import grad as g\ndef f(x): return g(x, x)",
        "from torch.func import grad\ndef f(x): return grad(len)(x)",
        "import torch\ndef f(x): return torch._functorch.apis.grad(len)(x)",
        "def f(x): getattr(x, 'backward')()",
        "def f(x): return x.mean().grad_fn(x)",
        "def f(x): return x.grad_fn.next_functions[0][0](x)",
        "class M:\n    def backward(self): pass\ndef f(x):\n    x.requires_grad_()\n    x.backward()",
    ],
)
def test_automatic_differentiation_is_found(text: str) -> None:
    """In all its forms."""
    assert differentiated(text)


@pytest.mark.parametrize(
    "text",
    [
        "import torch\ndef f(x):\n    with torch.no_grad(): return x",
        "import torch\n@torch.autograd.no_grad()\ndef f(x): return x",
        "class M:\n    def backward(self, x): return x\ndef f(x): return M().backward(x)",
        "def f(x): return x.detach()",
    ],
)
def test_formulas_are_no_automatic_differentiation(text: str) -> None:
    """Switching recording off, and a learner's own method called backward."""
    assert not differentiated(text)


@pytest.mark.parametrize(
    "text",
    [
        "import torch\na = torch\n" + "".join(f"a = a.b{i}\n" for i in range(40)) + "def f(x): return a(x)",
        "".join(f"import m{i} as a\n" for i in range(5000)) + "def f(x): return a.b",
        "".join(f"from m{i} import *\n" for i in range(5000)) + "def f(x): return b.c",
    ],
    ids=["doubling", "imports", "stars"],
)
def test_a_name_of_too_many_meanings_is_a_use_of_any_package(text: str) -> None:
    """Following it would take memory without end, and leaving it out would be a way round the rule."""
    assert used(text)
    assert differentiated(text)


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    return x" + " + 0" * 900,
        "import torch\ndef f(x):\n    return torch" + ".a" * 900,
        "def f(x):\n    return x" + "[0]" * 900,
        "def f(x):\n    return x" + "('a')" * 900,
        "import torch\na = torch\n" + "a = a.b\n" * 5000 + "def f(x): return a.c",
        " = ".join(f"a{i}" for i in range(10_000)) + " = 1\ndef f(x): return a1",
    ],
    ids=["sum", "attributes", "subscripts", "calls", "growing", "one assignment"],
)
def test_code_that_is_deep_or_wide_is_gone_through(text: str) -> None:
    """However deep Python lets an expression be."""
    assert not used(text)


def test_a_use_at_the_beginning_of_a_long_name_is_found() -> None:
    """The rest of the name does not hide it."""
    assert used("import torch\ndef f(x): return torch.nn.functional.linear" + ".__call__" * 50 + "(x, x)")


LISTED = """
import types
import torch
from grader.source.torch_names import LAYER_FUNCTIONS, LAYERS_OF_TORCH, OPTIMIZERS

functional = torch.nn.functional
own = {
    name for module in (functional, torch._C._nn) for name, thing in vars(module).items()
    if callable(thing) and not isinstance(thing, type) and not name.startswith("_") and hasattr(torch._C._nn, name)
    or isinstance(thing, types.FunctionType) and thing.__module__ == functional.__name__ and not name.startswith("_")
}
layers = own - set(dir(torch)) - set(dir(torch.Tensor))
losses = {name for name in dir(torch) if name.endswith("_loss") and not name.startswith(("_", "miopen", "cudnn"))}
optimizers = {
    name for name, thing in vars(torch.optim).items()
    if isinstance(thing, type) and issubclass(thing, torch.optim.Optimizer)
}
fused = {name for name in dir(torch) if name.startswith("_fused_") and "ad" in name and name.endswith("_")}
no_layers = {"assert_int_or_pair", "flatten_dense_tensors", "unflatten_dense_tensors"}
print(sorted(layers - LAYER_FUNCTIONS - no_layers), sorted(losses - LAYERS_OF_TORCH))
print(sorted(optimizers - OPTIMIZERS), sorted(fused - OPTIMIZERS))
"""


def test_what_this_version_of_torch_computes_is_listed() -> None:
    """Layers, losses and optimizers; a new version may have more of them."""
    done = subprocess.run([sys.executable, "-c", LISTED], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout == "[] []\n[] []\n"
