"""A plain `pytest` runs the exercises' tests on the solutions; what all of the suite's tests may share."""

import os
import sys
from collections.abc import Iterator

import pytest

from grader.pipe.launcher import Launcher

pytest_plugins = ("grader.judge.plugin",)

# Bytecode that one of the suite's processes leaves beside a package would pass for the trace of a hostile submission
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
sys.dont_write_bytecode = True

# At its import jsonschema, which nbformat needs, has a grammar of addresses built, if there is one: a second of every
# process that collects tests, none of which looks at an address
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """One process that has loaded torch, for all tests that need workers with full isolation."""
    with Launcher() as shared:
        yield shared


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object | None:
    """How several processes share the tests (`-n 2`), unless `--dist` says otherwise."""
    if config.getoption("dist") != "load":
        return None
    from tests.distribution import InGroups

    return InGroups(config, log)
