"""Call torch's public functions with and without the parts that workers leave out, and list those that then differ.

    python -m tests.benchmarks.torch_parts

Right work must not lose a point because a part is missing (`grader/worker/torch_parts.py`). What is listed differs in a
way that the judge does not recognize as a missing part, so it would not ask again in a worker that has all of torch.
Run it by hand with each new version of torch: it makes some fifty thousand calls and takes one or two minutes.
"""

import contextlib
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Never

from grader.pipe.frames import Printed, Raised
from grader.pipe.torch_parts import lacks_torch

_PLACES = (
    *("torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "torch.nn.utils", "torch.nn.utils.parametrizations"),
    *("torch.optim", "torch.optim.lr_scheduler", "torch.optim.swa_utils", "torch.linalg", "torch.fft", "torch.special"),
    *("torch.func", "torch.autograd", "torch.autograd.functional", "torch.distributions", "torch.utils.data"),
    *("torch.random", "torch.testing", "torch.masked", "torch.sparse", "torch.nested", "torch.amp", "torch.Tensor"),
)
# settings of the whole process, files, the compiler, values that are whatever lay in memory, and what ends a process
_PASSED_OVER = re.compile(
    r"set_|_set_|compile|save|load|jit|export|hub|seed|fork|wait|from_file|import_ir|empty|resize|init_num|parallel_info"
    r"|autocast|clear_autocast|sym_|use_det|PyTorchFile|Script|breakpoint|initial_seed|__(class|del|new|reduce|init_sub|sub)"
)
_SECONDS = 3.0
_ADDRESS = re.compile(r"0x[0-9a-f]+")


def main() -> int:
    """Compare both and return the exit status."""
    without, with_all = _answers_in_a_process("without"), _answers_in_a_process("with")
    differing = [call for call, answer in without.items() if answer != with_all.get(call)]
    unseen = [call for call in differing if not _is_asked_again(without[call])]
    for call in unseen:
        print(f"{call}\n  without: {without[call]}\n  with:    {with_all.get(call)}")
    print(f"{len(without)} calls; {len(differing)} differ, of which the judge does not ask {len(unseen)} again")
    return 1 if unseen or not without else 0


def _answers_in_a_process(which: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "answers.json")
        subprocess.run([sys.executable, "-m", "tests.benchmarks.torch_parts", which, file], check=True)
        answers: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return answers


def _is_asked_again(answer: str) -> bool:
    kind, _, message = answer.partition(": ")
    return lacks_torch(Raised(kind, message, (), None, Printed()))


def _answer_everything(which: str, file: Path) -> Never:
    """Write what every call gives, as JSON, and end without torch's teardown."""
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _too_slow)
    if which == "without":
        from grader.worker.torch_parts import leave_out

        leave_out()
    import torch

    from grader.worker.preload import preload

    preload()
    torch.set_num_threads(1)
    arguments = _argument_lists(torch)
    answers = {
        f"{name}({label})": _answer(torch, function, arguments[label])
        for name, function in _functions(torch)
        for label in arguments
    }
    file.write_text(json.dumps(answers), encoding="utf-8")
    os._exit(0)


def _functions(torch: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    for place in _PLACES:
        holder = torch
        for part in place.split(".")[1:]:
            holder = getattr(holder, part)
        for name in sorted(dir(holder)):
            function = getattr(holder, name, None)
            of_the_engine = isinstance(function, type) and function.__module__.startswith("torch._C")
            hidden = name.startswith("_") and not (place == "torch.Tensor" and name.startswith("__"))
            if of_the_engine and name not in {"Generator", "Size", "Tensor"}:
                continue
            if callable(function) and not hidden and not _PASSED_OVER.match(name):
                yield f"{place}.{name}", function


def _argument_lists(torch: Any) -> dict[str, Callable[[], tuple[Any, ...]]]:
    """What to call with; made anew for each call, for some calls change what they are given."""

    def table() -> Any:
        return torch.arange(6.0).reshape(3, 2)

    def leaf() -> Any:
        return table().requires_grad_()

    def layer() -> Any:
        return torch.nn.Linear(2, 1)

    return {
        "": lambda: (),
        "3": lambda: (3,),
        "3, 2": lambda: (3, 2),
        "table": lambda: (table(),),
        "table, table": lambda: (table(), table()),
        "table, table, table": lambda: (table(), table(), table()),
        "table, 1": lambda: (table(), 1),
        "table, 0, 1": lambda: (table(), 0, 1),
        "[table, table]": lambda: ([table(), table()],),
        "square": lambda: (torch.eye(3),),
        "square, square": lambda: (torch.eye(3), torch.eye(3)),
        "leaf": lambda: (leaf(),),
        "leaf, leaf": lambda: (leaf(), leaf()),
        "function": lambda: (lambda x: (x * x).sum(),),
        "function, table": lambda: (lambda x: (x * x).sum(), table()),
        "parameters": lambda: (list(layer().parameters()),),
        "layer": lambda: (layer(),),
        "whole": lambda: (torch.arange(3),),
        "ij,jk->ik": lambda: ("ij,jk->ik", torch.eye(3), torch.eye(3)),
        "double": lambda: (torch.ones(2, 2).double(),),
        "half": lambda: (torch.ones(2, 2).half(),),
        "truth": lambda: (torch.ones(2, 2).bool(),),
        "complex": lambda: (torch.ones(2, 2, dtype=torch.complex64),),
        "number": lambda: (torch.tensor(1.5),),
        "number, number": lambda: (torch.tensor(0.5), torch.tensor(1.5)),
        "table, weight, bias": lambda: (table(), torch.ones(1, 2), torch.ones(1)),
        "picture": lambda: (torch.ones(1, 1, 4, 4),),
    }


def _answer(torch: Any, function: Callable[..., Any], arguments: Callable[[], tuple[Any, ...]]) -> str:
    torch.manual_seed(0)
    signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    silence = io.StringIO()
    try:
        with contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
            result = function(*arguments())
            _use(torch, result)
        return f"returned {type(result).__name__}"
    except TimeoutError:
        return "takes too long"
    except BaseException as error:
        return _ADDRESS.sub("0x", f"{type(error).__name__}: {error}"[:300])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _use(torch: Any, result: Any) -> None:
    """Do with a result what learners do with it, for much of torch is loaded no earlier."""
    if isinstance(result, torch.optim.Optimizer):
        for parameter in result.param_groups[0]["params"]:
            parameter.grad = torch.ones_like(parameter)
        result.step()
        result.zero_grad()
    elif isinstance(result, torch.nn.Module):
        result(torch.ones(3, 2))
    elif isinstance(result, torch.Tensor):
        repr(result)
        if result.requires_grad:
            result.sum().backward()


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _answer_everything(sys.argv[1], Path(sys.argv[2]))
    sys.exit(main())
