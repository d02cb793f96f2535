"""The files and lines by which a step speaks to GitHub's runner.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grader.report.escape import command_data, command_property


@contextmanager
def commands_stopped() -> Iterator[None]:
    """For a report that quotes a learner: until the end of the block, GitHub takes no line for a command."""
    token = secrets.token_hex(16)
    click.echo(f"::stop-commands::{token}")
    try:
        yield
    finally:
        click.echo(f"::{token}::")


def annotate(level: str, message: str, title: str, file: str = "", line: int | None = None) -> None:
    """Print an annotation ("error", "warning" or "notice"), which GitHub shows on the line of the file."""
    properties = {"file": file, "line": "" if line is None else str(line), "title": title}
    shown = ",".join(f"{name}={command_property(value)}" for name, value in properties.items() if value)
    click.echo(f"::{level} {shown}::{command_data(message)}")


def append_summary(markdown: str) -> None:
    """Add to the page that GitHub shows for the job; does nothing where there is none."""
    _append("GITHUB_STEP_SUMMARY", markdown)


def set_outputs(values: dict[str, str]) -> None:
    """Set outputs of the step; values have no line ends. Does nothing where there is no runner."""
    assert not any("\n" in value or "\r" in value for value in values.values())
    _append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in values.items()))


def _append(variable: str, text: str) -> None:
    path = os.environ.get(variable)
    if path:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
