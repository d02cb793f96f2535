"""Where workers come from: forked or started, each ready, replaced when it ends, and none left behind."""

import os
import signal
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.pipe.errors import GraderFault
from grader.pipe.frames import Apply, Array, Call, Loaded, Raised, Returned
from grader.pipe.launcher import Launcher, can_fork
from grader.pipe.limits import Limits
from grader.pipe.pool import Workers
from grader.pipe.torch_parts import TRIED, is_tried
from grader.source.module import Source, parse

LIMITS = Limits(call_seconds=2.0)


def module(text: str) -> Source:
    """A module of exercise 1."""
    parsed = parse("ex01_ways", text.encode())
    assert isinstance(parsed, Source)
    return parsed


@pytest.fixture(scope="module", params=[pytest.param("forked", id="forked"), pytest.param("started", id="started")])
def workers(request: pytest.FixtureRequest) -> Iterator[Workers]:
    """Workers of both origins; what is not forked here is what other systems have."""
    if request.param == "forked" and not can_fork():
        pytest.skip("no process with torch can be forked on this system")
    with Launcher(fork=request.param == "forked") as launcher, Workers(LIMITS, launcher=launcher) as pool:
        yield pool


def test_a_worker_answers(workers: Workers) -> None:
    """With torch in it."""
    reply = workers.ask(module("import torch\ndef add(): return torch.tensor(1.0) + 1\n"), Call("add", ()))

    assert isinstance(reply, Returned)


def test_a_worker_that_was_started_ahead_is_the_next_one(workers: Workers) -> None:
    """And like any other."""
    text = "import os\ndef me(): return os.getpid()\n"
    pids = []
    for _ in range(2):
        workers.launcher.start_ahead(LIMITS)
        with Workers(LIMITS, launcher=workers.launcher) as pool:
            reply = pool.ask(module(text), Call("me", ()))
        assert isinstance(reply, Returned)
        pids.append(reply.results[0])

    assert pids[0] != pids[1]


def test_an_optimizer_can_be_used(workers: Workers) -> None:
    """What torch loads for one is there."""
    text = "import torch\ndef make(): return str(type(torch.optim.SGD([torch.zeros(1)], lr=1.0)))\n"
    reply = workers.ask(module(text), Call("make", ()))

    assert isinstance(reply, Returned)


@pytest.mark.parametrize(
    "lines",
    [
        "x = torch.ones(2, requires_grad=True)\n    x.backward(torch.ones(2))",  # imports what no file mentions
        "import torch._dynamo.config as config\n    return config.verbose",
        "return tuple(torch.empty(3, 2, device='meta').std(0).shape)",
        "return tuple(torch.nn.Conv2d(1, 1, 3, device='meta')(torch.empty(1, 1, 8, 8, device='meta')).shape)",
        "return torch.func.jvp(torch.sin, (torch.ones(1),), (torch.ones(1),))[1]",
    ],
)
def test_what_only_all_of_torch_has_is_found(workers: Workers, lines: str) -> None:
    """A module that asks for a part that workers do without has a worker with all of it."""
    reply = workers.ask(module(f"import torch\ndef f():\n    {lines}\n"), Call("f", ()))

    assert isinstance(reply, Returned)


def test_what_the_use_of_a_result_needs_of_torch_is_found(workers: Workers) -> None:
    """As what the call itself needs."""
    text = "import torch\ndef f():\n    return lambda x: (x.backward(torch.ones(2)), x.grad)[1]\n"
    leaf = Array("float32", (2,), bytes(8), requires_grad=True)
    reply = workers.ask(module(text), Call("f", (), then=Apply((leaf,))))

    assert isinstance(reply, Returned)
    assert reply.observed is not None
    assert reply.observed.problem is None


def test_a_stranger_is_refused(workers: Workers) -> None:
    """The same on every system: what is not part of the course's world cannot be imported."""
    reply = workers.load(module("import rich\n"))

    assert isinstance(reply, Raised)
    assert reply.missing_module == "rich"


def test_what_the_exercise_names_can_be_imported(workers: Workers) -> None:
    """An exercise's manifest may name further modules."""
    limits = Limits(preload={"ex01_ways": ("rich",)})
    with Workers(limits, launcher=workers.launcher) as pool:
        reply = pool.load(module("import rich\n"))

    assert isinstance(reply, Loaded)


def test_what_the_exercise_names_and_nobody_has_is_a_fault_of_ours(workers: Workers) -> None:
    """Not the learner's."""
    limits = Limits(preload={"ex01_ways": ("no_such_module",)})
    with Workers(limits, launcher=workers.launcher) as pool, pytest.raises(GraderFault, match="no_such_module"):
        pool.load(module("x = 1\n"))


def test_the_cpu_time_of_a_worker_that_ended_counts(workers: Workers) -> None:
    """Ending early does not give the time back."""
    text = "import os\ndef spend():\n    for _ in range(3_000_000): pass\n    os._exit(0)\n"
    source = module(text)
    with Workers(LIMITS, launcher=workers.launcher) as pool:
        with pytest.raises(BaseException, match="ended the Python process"):
            pool.ask(source, Call("spend", ()))
        assert pool.cpu_seconds() > 0.01


@pytest.mark.skipif(not can_fork(), reason="no process with torch can be forked on this system")
def test_when_the_loaded_process_is_killed_a_new_one_takes_its_place() -> None:
    """One bad moment costs one call."""
    with Launcher() as launcher, Workers(LIMITS, launcher=launcher) as pool:
        source = module("def one(): return 1\n")
        pool.ask(source, Call("one", ()))
        launcher.start_ahead(LIMITS)
        (zygote,) = launcher._zygotes.values()
        zygote._process.kill()
        zygote._process.wait()
        pool.stop()

        reply = pool.ask(source, Call("one", ()))

    assert isinstance(reply, Returned)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_process_is_left_behind() -> None:
    """Closing the launcher ends the loaded process, and the kernel ends its workers with it."""
    launcher = Launcher()
    pool = Workers(LIMITS, launcher=launcher)
    reply = pool.ask(module("import os\ndef me(): return os.getpid()\n"), Call("me", ()))
    assert isinstance(reply, Returned)
    pid = reply.results[0]
    assert isinstance(pid, int)

    launcher.close()

    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        os.kill(pid, signal.SIGKILL)
        pytest.fail("the worker outlived the launcher")


@pytest.mark.skipif(not can_fork(), reason="started workers are shared between modules")
def test_what_one_file_does_to_torch_is_not_the_next_ones_matter() -> None:
    """Each module gets a worker of its own."""
    with Workers(LIMITS) as pool:
        pool.load(module("import torch\ntorch.add = None\n"))
        reply = pool.ask(module("import torch\ndef look(): return torch.add is None\n"), Call("look", ()))

    assert isinstance(reply, Returned)
    assert reply.results == (False,)


def test_the_versions_of_torch_that_were_tried_are_those_that_are_asked_for() -> None:
    """In pyproject.toml."""
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text())["project"]

    assert f"torch{TRIED}" in project["dependencies"]


@pytest.mark.parametrize(("version", "tried"), [("2.6.0+cu124", True), ("2.13.1", True), ("2.14.0", False)])
def test_another_version_of_torch_is_recognised(version: str, tried: bool) -> None:
    """Whatever it was built for."""
    assert is_tried(version) == tried
