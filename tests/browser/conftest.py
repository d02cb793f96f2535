"""Loud about what was left out: a run without a browser must not look like one with it."""

import os

import pytest

from tests.browser.chromium import find_chromium

LEFT_OUT = (
    "NOT TESTED: the explorer, and the notebook in JupyterLab. There is no Chromium here. "
    "Install it, or set CHROMIUM to its path."
)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what needs a browser where there is none; on a CI machine that is a failure."""
    if "tests/browser" in item.path.as_posix() and find_chromium() is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(LEFT_OUT)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it at the end, where it is read."""
    if any(LEFT_OUT in str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(LEFT_OUT, yellow=True, bold=True)
