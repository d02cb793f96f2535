"""Notebooks for tests: as few words as possible, and as raw as a test needs them."""

import json
from pathlib import Path
from typing import Any

Cell = dict[str, Any]


def code(text: str, exercise: str | None = None, role: str = "work") -> Cell:
    """A code cell, marked as a built notebook marks it if an exercise is given."""
    metadata = {"grader": {"exercise": exercise, "role": role}} if exercise else {}
    return {"cell_type": "code", "metadata": metadata, "source": text, "outputs": [], "execution_count": None}


def prose(text: str) -> Cell:
    """A Markdown cell."""
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def notebook(*cells: Cell | str, **metadata: Any) -> dict[str, Any]:
    """A notebook of format 4; a string is a code cell."""
    listed = [code(cell) if isinstance(cell, str) else cell for cell in cells]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": listed}


def save(folder: Path, document: object, name: str = "work.ipynb") -> Path:
    """Write a notebook and return its path."""
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
