"""What learners get: everything that they need, and no answer."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from grader.bundle import BundleError, find_leaks, make_bundle
from grader.bundle.project import read_project
from grader.bundle.trees import mode_of
from grader.course.file import Course, load_course
from tests.grader.commands import ROOT, TINY, Run, in_process
from tests.grader.jobs import OFFLINE

HIDDEN = (TINY / "tests" / "hidden" / "test_ex01_total.py").read_text()


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course's bundle; to make one means to look for answers in each of its files."""
    return make_bundle(load_course(TINY), tmp_path_factory.mktemp("bundles") / "bundle").learners


@pytest.fixture
def learners(made_once: Path, tmp_path: Path) -> Path:
    """A copy of the tiny course's bundle that a test may change."""
    return Path(shutil.copytree(made_once, tmp_path / "bundle"))


@pytest.fixture
def pages(made_once: Path, tmp_path: Path) -> Path:
    """The same without the grader in it, which takes a second to look through."""
    return Path(shutil.copytree(made_once, tmp_path / "pages", ignore=shutil.ignore_patterns("grader")))


def names(folder: Path) -> set[str]:
    """The files of a tree, but for the grader's own."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith("grader/")}


def test_a_bundle_is_all_that_a_learner_needs(learners: Path) -> None:
    """And nothing else."""
    assert names(learners) == {
        "README.md",
        "pyproject.toml",
        ".bundle.json",
        ".gitignore",
        ".devcontainer/devcontainer.json",
        ".github/workflows/grade.yml",
        "exercises/README.md",
        "exercises/course.toml",
        "exercises/ex01_total.md",
        "exercises/ex01_total.py",
        "exercises/ex02_running.md",
        "exercises/ex02_running.py",
        "exercises/.stubs/ex01_total.py",
        "exercises/.stubs/ex02_running.py",
        "tests/conftest.py",
        "tests/public/test_ex01_total.py",
        "tests/public/test_ex02_running.py",
    }


def test_the_grader_in_it_is_the_one_that_made_it(learners: Path) -> None:
    """With its licence, its data files, no compiled module, and no course to begin with: that has solutions."""
    ours = {path.relative_to(ROOT) for path in (ROOT / "grader").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    theirs = {path.relative_to(learners) for path in (learners / "grader").rglob("*") if path.is_file()}

    assert theirs - ours == {Path("grader/LICENSE")}
    assert {path for path in ours - theirs if "start_files" not in path.parts} == set()
    assert "MIT License" in (learners / "grader" / "LICENSE").read_text()


def test_a_learners_copy_begins_no_course_and_says_what_does(learners: Path, tmp_path: Path) -> None:
    """It lacks the files that a course begins with, since they hold solutions."""
    command = [sys.executable, "-m", "grader", "new", str(tmp_path / "other")]
    done = subprocess.run(command, cwd=learners, capture_output=True, text=True, check=False)

    assert (done.returncode, "needs the instructors' repository" in done.stderr) == (2, True)


def test_the_grader_needs_in_a_bundle_what_it_needs_here(learners: Path) -> None:
    """But nothing that only developers need; and what pip wrote down of it says the same."""
    ours, theirs = (tomllib.loads((root / "pyproject.toml").read_text())["project"] for root in (ROOT, learners))
    written = read_project(Path("nowhere") / "grader")

    assert theirs["dependencies"] == ours["dependencies"]
    assert set(theirs["optional-dependencies"]) == set(ours["optional-dependencies"]) - {"authors", "dev"}
    assert theirs["requires-python"] == ours["requires-python"] == written.python
    assert written.licence == (learners / "grader" / "LICENSE").read_bytes()
    assert set(written.extras) <= set(ours["optional-dependencies"]) - {"authors", "dev"}


def test_bundles_of_two_courses_can_be_installed_side_by_side(tiny: Course, tmp_path: Path) -> None:
    """Each is called after its course, and what both unpack is the same: the grader, which knows no course."""
    unpacked = []
    for course in (tiny, load_course(TINY.parent / "statistics")):
        learners = make_bundle(course, tmp_path / course.name).learners
        (wheel,) = WheelBuilder(str(learners)).build(directory=str(tmp_path), versions=["standard"])
        with zipfile.ZipFile(wheel) as archive:
            unpacked.append({name: archive.read(name) for name in archive.namelist()})
    shared = unpacked[0].keys() & unpacked[1].keys()

    assert {name for name in shared if unpacked[0][name] != unpacked[1][name]} == set()
    assert not any(".dist-info/" in name for name in shared)


def test_exercises_are_stubs_even_where_the_course_holds_work(tiny_copy: Path, tmp_path: Path) -> None:
    """Somebody may try an exercise in the course's own folder."""
    solution = tiny_copy / "solutions" / "ex01_total.py"
    (tiny_copy / "exercises" / "ex01_total.py").write_text(solution.read_text())
    learners = make_bundle(load_course(tiny_copy), tmp_path / "out").learners

    assert "NotImplementedError" in (learners / "exercises" / "ex01_total.py").read_text()


def test_reset_works_in_a_bundle(learners: Path) -> None:
    """From the stub that is kept there, since there is no solution."""
    path = learners / "exercises" / "ex01_total.py"
    stub = path.read_text()
    path.write_text("mine\n")
    done = in_process("reset", "1", "--yes", "--course", learners)

    assert done.returncode == 0
    assert path.read_text() == stub


def test_hidden_tests_come_only_when_asked_for(tiny: Course, tmp_path: Path, learners: Path) -> None:
    """And the README says so."""
    with_hidden = make_bundle(tiny, tmp_path / "open", include_hidden=True).learners

    assert names(with_hidden) - names(learners) == {
        "tests/hidden/test_ex01_total.py",
        "tests/hidden/test_ex02_running.py",
    }
    assert "The hidden tests in `tests/hidden/` are here too" in (with_hidden / "README.md").read_text()
    assert "Further tests are hidden" in (learners / "README.md").read_text()


def test_a_notebook_comes_when_asked_for_and_is_graded(
    tiny: Course, tmp_path: Path, learners: Path, run_here: Run
) -> None:
    """It lies where a push is graded from, beside files that stay stubs."""
    with_notebook = make_bundle(tiny, tmp_path / "notebook", notebooks=True).learners
    notebook = with_notebook / "exercises" / "tiny.ipynb"
    assert names(with_notebook) - names(learners) == {"exercises/tiny.ipynb"}
    assert "jupyter lab exercises/tiny.ipynb" in (with_notebook / "README.md").read_text()

    stub = json.dumps('raise NotImplementedError("Return the sum of the numbers.")')[1:-1]
    assert stub in notebook.read_text()
    notebook.write_text(notebook.read_text().replace(stub, "return float(sum(numbers))"))
    done = run_here("run", "-s", with_notebook, "--host", "actions", "--course", with_notebook)
    assert "ex01_total              4/4   passed" in done.stdout


@pytest.mark.parametrize(("host", "workflow"), [("actions", "grade.yml"), ("classroom", "classroom.yml")])
def test_each_host_has_its_workflow(host: str, workflow: str, tiny: Course, tmp_path: Path) -> None:
    """And no other's."""
    learners = make_bundle(tiny, tmp_path / "out", host).learners

    assert [path.name for path in (learners / ".github" / "workflows").iterdir()] == [workflow]


def test_what_grades_on_classroom50_holds_no_answer(tiny: Course, tmp_path: Path) -> None:
    """Everybody can download it; the hidden tests are in it, and nothing that shows how to pass them."""
    made = make_bundle(tiny, tmp_path / "out", "classroom50")

    assert made.autograder is not None
    assert not (made.learners / ".github").exists()
    assert (made.autograder / "autograder.py").is_file()
    assert (made.autograder / "course" / "tests" / "hidden" / "test_ex01_total.py").is_file()
    assert find_leaks(tiny, made.autograder / "course", include_hidden=True) == []


def test_gradescopes_zip_has_its_scripts_at_the_root(tiny: Course, tmp_path: Path) -> None:
    """Executable, and the same bytes for the same course."""
    made = [make_bundle(tiny, tmp_path / name, "gradescope").autograder for name in ("one", "two")]
    assert made[0] is not None
    assert made[1] is not None
    with zipfile.ZipFile(made[0]) as archive:
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}

    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    assert "course/solutions/ex01_total.py" in modes
    assert made[0].read_bytes() == made[1].read_bytes()
    assert mode_of(b"text") == 0o644


def test_what_lies_there_is_never_written_over(tiny: Course, tmp_path: Path) -> None:
    """A folder with something in it is refused; an empty one is filled."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "work.py").write_text("mine")

    with pytest.raises(BundleError, match="there is something already"):
        make_bundle(tiny, tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.md", "Write `return float(sum(numbers))` and be done."),
        ("exercises/ex01_total.md", "    return float(\n        sum( numbers )  # all of them\n    )"),
        (
            "exercises/ex02_running.md",
            "for n in numbers:\n    total += number  # add\n    totals.append(total)\nreturn totals",
        ),
        ("grader/cli/main.py", '"""Hint: float(sum(numbers))"""'),
        ("exercises/course.toml", 'hints = ["float(sum(numbers))"]'),
        ("work.ipynb", json.dumps({"cells": [{"source": ["x = 1\n", "return float(\n", "  sum(numbers))\n"]}]})),
        ("tests/public/test_more.py", HIDDEN),
        ("tests/public/__pycache__/test.cpython-311.pyc", "x"),
        ("solutions/ex01_total.py", "pass"),
        ("tests/misconceptions/x.py", "pass"),
        (".git/HEAD", "ref"),
    ],
)
def test_an_answer_is_found_wherever_it_is(name: str, text: str, tiny: Course, pages: Path) -> None:
    """In prose, docstrings, hints, notebooks; in another layout, with comments."""
    path = pages / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)

    assert find_leaks(tiny, pages)


def test_an_answer_is_found_in_an_archive(tiny: Course, pages: Path) -> None:
    """A wheel is one."""
    with zipfile.ZipFile(pages / "grader-1-py3-none-any.whl", "w") as archive:
        archive.writestr("grader/answers.py", "def total(n):\n    return float(sum(numbers))\n")

    assert "grader-1-py3-none-any.whl: holds solutions/ex01_total.py, total" in find_leaks(tiny, pages)


def test_a_bundle_that_would_leak_is_not_written(tiny_copy: Path, tmp_path: Path) -> None:
    """The command says which file, and whose answer."""
    page = tiny_copy / "exercises" / "ex01_total.md"
    page.write_text(page.read_text() + "\nAnswer: `float(sum(numbers))`\n")
    done = in_process("bundle", tmp_path / "out", "--course", tiny_copy)

    assert done.returncode == 2
    assert "exercises/ex01_total.md: holds solutions/ex01_total.py, total" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_tree_can_be_checked_again(pages: Path) -> None:
    """After an instructor has changed it."""
    assert in_process("bundle", pages, "--check").stdout == "No answer is in there.\n"

    (pages / "notes.md").write_text("float(sum(numbers))")
    done = in_process("bundle", pages, "--check")
    assert done.returncode == 1
    assert "notes.md: holds solutions/ex01_total.py, total" in done.stdout


def test_a_copy_without_answers_proves_nothing(pages: Path) -> None:
    """A bundle has nothing to compare with, and says so instead of calling itself clean."""
    done = in_process("bundle", pages, "--check", "--course", pages)

    assert done.returncode == 2
    assert "no answers to look for" in done.stderr


def test_environments_and_history_are_not_looked_into(tiny: Course, pages: Path) -> None:
    """They are no part of what is handed out, and may be gigabytes."""
    for name in (".venv/pyvenv.cfg", ".venv/lib/answers.py", ".ruff_cache/answers.py"):
        path = pages / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("float(sum(numbers))")

    assert find_leaks(tiny, pages) == []


def test_a_tree_without_end_is_refused(tiny: Course, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it costs minutes and memory."""
    monkeypatch.setattr("grader.bundle.leaks._MOST_FILES", 3)

    with pytest.raises(BundleError, match="more than 3 files"):
        find_leaks(tiny, pages)


def test_the_course_itself_gives_nothing_away(tmp_path: Path) -> None:
    """Nor does the wheel that is built from its bundle."""
    course = load_course(ROOT)
    learners = make_bundle(course, tmp_path / "bundle").learners  # raises if anything leaks
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(tmp_path / "wheels"), str(learners)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **OFFLINE})

    (wheel,) = (tmp_path / "wheels").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        assert "grader/hosts/templates/actions.yml" in archive.namelist()
    assert find_leaks(course, tmp_path / "wheels") == []
