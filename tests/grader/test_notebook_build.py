"""Built notebooks: valid, the same each time, complete; and work carried to modules and back."""

import json
import re
from pathlib import Path
from typing import Any

import click
import nbformat
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from grader.cli.main import cli
from grader.course.file import Course, load_course
from grader.course.stubs import pristine_stub
from grader.notebook.build import BuildError, built_notebooks, read_prose, stub_cell, write_notebooks
from grader.notebook.convert import ConvertError, modules_from_notebook, notebook_from_modules
from grader.notebook.examples import cells_of
from grader.reader.notebook.magics import without_magics
from grader.source.module import Source
from grader.submission.finding import read_submission
from grader.submission.reader_process import Reader
from tests.grader.commands import Run
from tests.grader.conftest import TINY
from tests.grader.notebooks import code, notebook, prose, save

ROOT = Path(__file__).resolve().parents[2]
COURSE = load_course(ROOT)
BUILT = dict(built_notebooks(COURSE))


def cells(text: str) -> list[dict[str, Any]]:
    """The cells of a notebook, each with its source as one string."""
    document = json.loads(text)
    return [{**cell, "source": "".join(cell["source"])} for cell in document["cells"]]


# ---- building ----


def test_there_is_one_for_the_course_and_one_an_exercise() -> None:
    """Fourteen for this course."""
    assert list(BUILT) == ["linear-regression.ipynb", *(f"{one.name}.ipynb" for one in COURSE.exercises)]


@pytest.mark.parametrize("name", BUILT)
def test_every_notebook_is_valid(name: str) -> None:
    """For nbformat's own validator."""
    nbformat.validate(json.loads(BUILT[name]))


@pytest.mark.parametrize("name", BUILT)
def test_no_notebook_has_outputs(name: str) -> None:
    """Nor counts of executions."""
    code_cells = [cell for cell in cells(BUILT[name]) if cell["cell_type"] == "code"]

    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code_cells)


def test_building_twice_gives_the_same_bytes() -> None:
    """So a difference is a change of the course."""
    assert dict(built_notebooks(load_course(ROOT))) == BUILT


def test_cell_ids_come_from_exercise_and_task() -> None:
    """A person who reads a difference sees where it is."""
    ids = [cell["id"] for cell in cells(BUILT["ex04_mse.ipynb"])]

    parts = ("write", "mean", "gradient_flow", "work", "example-text", "example", "example-2", "after", "check-text")
    assert ids == ["start", "setup", "ex04_mse", *(f"ex04_mse-{part}" for part in parts), "ex04_mse-check"]


def test_the_cell_to_fill_in_is_marked() -> None:
    """Under a key of our own, which Jupyter and nbgrader leave alone."""
    (work,) = [cell for cell in cells(BUILT["ex04_mse.ipynb"]) if cell["id"] == "ex04_mse-work"]

    assert work["metadata"] == {"grader": {"exercise": "ex04_mse", "tasks": ["mean", "gradient_flow"], "role": "work"}}


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda one: one.name)
def test_nothing_of_a_page_is_lost(exercise: Any) -> None:
    """Every line of the prose and of the stub is in the notebook, but for those about files or with a picture."""
    page = COURSE.path("exercises", exercise, ".md").read_text(encoding="utf-8")
    shown = {line for cell in cells(BUILT[f"{exercise.name}.ipynb"]) for line in cell["source"].splitlines()}
    lines = [line for line in (page + stub_cell(COURSE, exercise)).splitlines() if line not in shown]

    assert [one for one in lines if not re.match(r"In `ex|- The file stands alone|```|!\[", one)] == []


def test_a_page_without_an_example_is_a_page() -> None:
    """Another course may write other sections."""
    pieces = read_prose("# 1. Title\n\nText.\n\n## Shapes\n\nNone.\n\n## What to write\n\n### 1. `a`: First\n\nDo.\n")

    assert (pieces.before, pieces.tasks, pieces.code) == (
        "# 1. Title\n\nText.\n\n## Shapes\n\nNone.",
        {"a": "### 1. `a`: First\n\nDo."},
        "",
    )


def test_a_built_notebook_is_a_submission_of_stubs(tmp_path: Path) -> None:
    """Nothing is attempted, and every function is there."""
    path = tmp_path / "course.ipynb"
    path.write_text(BUILT["linear-regression.ipynb"], encoding="utf-8")
    sources = read_submission(COURSE, path).sources

    for exercise in COURSE.exercises:
        source = sources[exercise.name]
        assert isinstance(source, Source)
        assert not any(map(source.is_attempted, exercise.functions))


def test_a_notebook_with_work_is_not_written_over(tiny: Course, tmp_path: Path) -> None:
    """Nothing at all is written then."""
    save(tmp_path, notebook("def total(numbers):\n    return sum(numbers)"), "ex01_total.ipynb")

    with pytest.raises(BuildError, match="somebody has worked in this notebook"):
        write_notebooks(tiny, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["ex01_total.ipynb"]


def command(*arguments: str | Path) -> int:
    """Run a command about notebooks on the tiny course; its exit status."""
    given = ["notebook", *map(str, arguments), "--course", str(TINY)]
    return cli.main(given, prog_name="grader", standalone_mode=False) or 0


def test_the_command_builds_and_tells_what_is_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written once; then up to date; then, after a change, not."""
    first, second = command("build", tmp_path), command("build", tmp_path, "--check")
    (tmp_path / "tiny.ipynb").write_text("{}")
    third = command("build", tmp_path, "--check")

    assert (first, second, third) == (0, 0, 1)
    assert "tiny.ipynb: out of date. Run: python -m grader notebook build" in capsys.readouterr().out


# ---- to modules and back ----

# any line, as learners write in any language; what only IPython understands becomes a comment in a module
LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30)
TEXTS = st.lists(LINES, max_size=8).map("\n".join)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=TEXTS, second=TEXTS)
def test_modules_come_back_line_for_line(
    first: str, second: str, tmp_path_factory: pytest.TempPathFactory, tiny: Course, reader: Reader
) -> None:
    """Through a notebook, whatever they hold."""
    texts = {"ex01_total": f"{first}\n", "ex02_running": f"{second}\n"}
    assume(all(without_magics(text) == text for text in texts.values()))
    assume(not any("coding" in text for text in texts.values()))
    there, back = tmp_path_factory.mktemp("there"), tmp_path_factory.mktemp("back")
    for name, text in texts.items():
        (there / f"{name}.py").write_text(text, encoding="utf-8", newline="")
    path = there / "work.ipynb"
    path.write_text(notebook_from_modules(tiny, there, reader), encoding="utf-8", newline="\n")
    modules_from_notebook(tiny, path, back, reader)

    assert {name: (back / f"{name}.py").read_bytes().decode() for name in texts} == texts


# lines that depend on one another, within a module and across
PYTHON = st.sampled_from(
    [
        "def total(numbers):\n    return helper(numbers, START)",
        "def total(numbers):\n    raise NotImplementedError",
        "def helper(numbers, start):\n    return total(numbers[1:])",
        "def running(numbers):\n    return [total(numbers)]",
        "def last(numbers):\n    return running(numbers)[-1]",
        "START = 0.0",
        "START += 1",
        "total = helper",
        "from math import *",
        "from __future__ import annotations",
        "# a remark",
        "",
        "def half(",
        "print(total([1]))",
    ]
)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(PYTHON, max_size=6), second=st.lists(PYTHON, max_size=6))
def test_no_line_of_a_module_is_lost(
    first: list[str], second: list[str], tmp_path_factory: pytest.TempPathFactory, tiny: Course, reader: Reader
) -> None:
    """What a module leaves to another one, as only a kernel allows, is added; all its own lines stay together."""
    there, back = tmp_path_factory.mktemp("there"), tmp_path_factory.mktemp("back")
    texts = {"ex01_total": "\n".join(first) + "\n", "ex02_running": "\n".join(second) + "\n"}
    for name, text in texts.items():
        (there / f"{name}.py").write_text(text, encoding="utf-8")
    path = there / "work.ipynb"
    path.write_text(notebook_from_modules(tiny, there, reader), encoding="utf-8", newline="\n")
    modules_from_notebook(tiny, path, back, reader)

    assert all(text in (back / f"{name}.py").read_text(encoding="utf-8") for name, text in texts.items())


def test_the_solutions_come_back_byte_for_byte(tmp_path: Path) -> None:
    """All of them."""
    path = tmp_path / "work.ipynb"
    path.write_text(notebook_from_modules(COURSE, ROOT / "solutions"), encoding="utf-8")
    modules_from_notebook(COURSE, path, tmp_path)

    for exercise in COURSE.exercises:
        assert (tmp_path / f"{exercise.name}.py").read_bytes() == COURSE.path("solutions", exercise).read_bytes()


def to_module(course: Course, folder: Path, *listed: Any) -> str:
    """The module that a notebook's cells become."""
    modules_from_notebook(course, save(folder, notebook(*listed)), folder / "modules")
    return (folder / "modules" / "ex01_total.py").read_text(encoding="utf-8")


def test_what_a_marked_answer_needs_comes_before_it(tiny: Course, tmp_path: Path) -> None:
    """With its comments; what was tried out stays in the notebook."""
    answer = "# mine\ndef total(numbers):\n    return sum(numbers, START)  # from START"
    above = (prose("Text"), "# where it begins\nSTART = 0.0", "print(5)")
    text = to_module(tiny, tmp_path, *above, code(answer, "ex01_total"))

    assert text == f"# where it begins\nSTART = 0.0\n\n\n{answer}\n"


def test_an_answer_outside_its_cell_replaces_the_stub(tiny: Course, tmp_path: Path) -> None:
    """It stands behind it."""
    stub, answer = stub_cell(tiny, tiny.exercises[0]), "def total(numbers):\n    return sum(numbers)"

    assert to_module(tiny, tmp_path, answer, code(stub, "ex01_total")) == f"{stub}\n\n\n{answer}\n"


def test_magics_are_kept_as_comments(tiny: Course, tmp_path: Path) -> None:
    """A module has no other place for them."""
    text = to_module(tiny, tmp_path, code("%%time\n!ls\ndef total(numbers):\n    return 1", "ex01_total"))

    assert text == "# %%time\npass  # !ls\ndef total(numbers):\n    return 1\n"


def test_an_answer_that_python_cannot_read_is_carried_over(tiny: Course, tmp_path: Path) -> None:
    """It is somebody's work all the same."""
    assert to_module(tiny, tmp_path, "def total(numbers)\n    return 1") == "def total(numbers)\n    return 1\n"


def test_a_module_that_is_there_is_kept(tiny: Course, tmp_path: Path) -> None:
    """Beside the new one; a stub as it came is not."""
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "ex01_total.py").write_text("def total(numbers):\n    return 7\n")
    (folder / "ex02_running.py").write_text(pristine_stub(tiny, tiny.exercises[1]))
    running = "def running(numbers):\n    return []\n\n\ndef last(numbers):\n    return 0"
    to_module(tiny, tmp_path, "def total(numbers):\n    return 1", running)

    assert sorted(path.name for path in folder.iterdir()) == [
        "ex01_total.backup-1.py",
        "ex01_total.py",
        "ex02_running.py",
    ]


def test_a_stub_in_the_notebook_takes_no_modules_place(tiny: Course, tmp_path: Path) -> None:
    """The work in the module stays."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "ex01_total.py").write_text("def total(numbers):\n    return 7\n")

    assert to_module(tiny, tmp_path, stub_cell(tiny, tiny.exercises[0])).endswith("return 7\n")


def test_other_encodings_are_understood(tiny: Course, tmp_path: Path) -> None:
    """And come back as they were."""
    content = "# -*- coding: latin-1 -*-\ndef total(numbers):\n    return 'é'\n".encode("latin-1")
    (tmp_path / "ex01_total.py").write_bytes(content)
    path = tmp_path / "work.ipynb"
    path.write_text(notebook_from_modules(tiny, tmp_path), encoding="utf-8")
    modules_from_notebook(tiny, path, tmp_path / "back")

    assert (tmp_path / "back" / "ex01_total.py").read_bytes() == content


def test_a_folder_without_modules_is_told(tiny: Course, tmp_path: Path) -> None:
    """With the name of one."""
    with pytest.raises(ConvertError, match=r"there is no module here like ex01_total\.py"):
        notebook_from_modules(tiny, tmp_path)


def test_the_commands_carry_work_over(tmp_path: Path) -> None:
    """From modules, and to modules."""
    path = tmp_path / "work.ipynb"
    command("from", TINY / "solutions", path)
    command("to", tmp_path / "modules", path)

    for name in ("ex01_total.py", "ex02_running.py"):
        assert (tmp_path / "modules" / name).read_text() == (TINY / "solutions" / name).read_text()


def test_no_notebook_is_written_over(tmp_path: Path) -> None:
    """It may be somebody's work."""
    path = save(tmp_path, notebook("x = 1"))

    with pytest.raises(click.UsageError, match="is there already"):
        command("from", TINY / "solutions", path)


def test_no_such_notebook_is_wrong_usage(tmp_path: Path) -> None:
    """One sentence."""
    with pytest.raises(click.UsageError, match=r"There is no file nothing\.ipynb\."):
        command("to", tmp_path / "modules", tmp_path / "nothing.ipynb")


def test_a_notebook_is_graded_by_the_command(tmp_path: Path, run_here: Run) -> None:
    """With the marks of its modules."""
    path = tmp_path / "work.ipynb"
    path.write_text(notebook_from_modules(load_course(TINY), TINY / "solutions"), encoding="utf-8")
    done = run_here("-s", path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "10/10" in done.stdout


def test_an_example_shows_each_of_its_values() -> None:
    """A cell ends behind each: a notebook shows the last one of a cell only."""
    code = "loss = f(x)\nloss.item()  # 2.0\nloss.backward()\nx.grad  # 3.0\n# for every x\ny = 1"

    assert cells_of(code) == [
        "loss = f(x)\nloss.item()  # 2.0",
        "loss.backward()\nx.grad  # 3.0\n# for every x",
        "y = 1",
    ]
