"""What an installation of the grader needs: read from its own pyproject.toml, or from pip's metadata."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from grader.package import VERSION

_SCRIPT = "grader.cli:main"  # only the grader's distribution has this entry point, whatever its name
_FOR_DEVELOPERS = ("authors", "dev", "test")  # extras that no learner needs


@dataclass(frozen=True)
class Project:
    """The grader as a distribution.

    Attributes:
        version: its version.
        python: the Pythons that it runs on, as ">=3.11".
        dependencies: requirements.
        extras: further requirements by name, without those for developers.
        licence: the licence's text.
    """

    version: str
    python: str
    dependencies: tuple[str, ...]
    extras: dict[str, tuple[str, ...]]
    licence: bytes


def read_project(package: Path) -> Project:
    """Return the facts about the grader whose package is this folder; raises LookupError if they cannot be found.

    The source tree comes first: pip's metadata of an editable installation may be older.
    """
    source = package.parent / "pyproject.toml"
    if source.is_file():
        project: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8")).get("project", {})
        if _SCRIPT in project.get("scripts", {}).values():
            return _from_source(project, source.parent)
    for entry in metadata.entry_points(group="console_scripts"):
        if entry.value == _SCRIPT and entry.dist is not None:
            return _from_installation(entry.dist)
    raise LookupError("the grader is not installed here, so nobody knows what it needs: pip install -e .")


def _from_source(project: dict[str, Any], root: Path) -> Project:
    extras: dict[str, list[str]] = project.get("optional-dependencies", {})
    return Project(
        VERSION,
        project["requires-python"],
        tuple(project["dependencies"]),
        {name: tuple(needed) for name, needed in extras.items() if name not in _FOR_DEVELOPERS},
        b"".join((root / name).read_bytes() for name in project.get("license-files", ())),
    )


def _from_installation(found: metadata.Distribution) -> Project:
    needed = found.requires or []
    extras = (name for name in found.metadata.get_all("Provides-Extra") or () if name not in _FOR_DEVELOPERS)
    licences = (found.read_text(f"licenses/{name}") or "" for name in found.metadata.get_all("License-File") or ())
    return Project(
        found.version,
        found.metadata["Requires-Python"],
        tuple(text for text in needed if "extra ==" not in text),
        {name: tuple(_wanted_by(name, needed)) for name in extras},
        "".join(licences).encode(),
    )


def _wanted_by(extra: str, needed: Iterable[str]) -> Iterator[str]:
    for text in needed:
        marked = re.fullmatch(rf"(.*?)(?: and |; )extra == ['\"]{extra}['\"]", text)
        if marked is not None:
            yield marked[1].strip()
