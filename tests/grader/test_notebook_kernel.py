"""The check in a real kernel, and the process behind it."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from nbclient import NotebookClient

from grader.course.file import Course, load_course
from grader.notebook.build import build_notebook
from grader.notebook.convert import notebook_from_modules
from grader.session import kernel
from grader.session.service import Question, read_kernel
from grader.source.module import Source, SourceProblem

ROOT = Path(__file__).resolve().parents[2]
RIGHT_MSE = "import torch\ndef mse_loss(pred, y):\n    return torch.mean((pred - y) ** 2)"
WRONG_MSE = "import torch\ndef mse_loss(pred, y):\n    return torch.sum((pred - y) ** 2)"

Run = Callable[[str], Any]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Run code in one kernel, somewhere outside the course, and return the cell with its outputs."""
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    notebook = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
    folder = tmp_path_factory.mktemp("kernel")
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    with client.setup_kernel():

        def running(code: str) -> Any:
            cell = nbformat.v4.new_code_cell(code)  # type: ignore[no-untyped-call]
            notebook.cells.append(cell)
            cell.metadata["tags"] = ["raises-exception"]
            return client.execute_cell(cell, len(notebook.cells) - 1)

        yield running


def shown(cell: Any) -> str:
    """What a cell shows as text."""
    return "\n".join(_text(output) for output in cell.outputs)


def _text(output: Any) -> str:
    if output.output_type == "error":
        return "\n".join(output.traceback)
    return str(output.get("text") or output.data["text/plain"])


def test_what_is_defined_in_the_kernel_is_graded(run: Run) -> None:
    """The last definition that ran, whatever ran before."""
    run(WRONG_MSE)
    wrong = shown(run('import grader\ngrader.check("mse")'))
    run(RIGHT_MSE)
    right = shown(run('grader.check("mse")'))

    assert "The squared errors are summed" in wrong
    assert wrong.endswith("Next: change the function, run its cell, then run this one again.")
    assert "8/8   passed" in right


def test_a_check_shows_a_page_in_place(run: Run) -> None:
    """HTML for a notebook, text for everything else."""
    run(WRONG_MSE)
    (output,) = run('grader.check("mse")').outputs

    assert set(output.data) == {"text/html", "text/plain"}
    assert '<section class="grader"' in output.data["text/html"]


def test_what_has_passed_is_drawn_below_its_report(run: Run) -> None:
    """And wrong work where it is asked for, with a setting of the learner's choice."""
    run(RIGHT_MSE)
    passed = run('grader.check("mse")').outputs[0].data["text/html"]
    run(WRONG_MSE)
    failed = run('grader.check("mse")').outputs[0].data["text/html"]
    drawn = run('grader.show("mse", start=(2, 1))').outputs[0].data

    assert '<section class="show">' in passed
    assert '<section class="show">' not in failed
    assert "The mean of the three areas is 1441. Your loss is 4323." in drawn["text/html"]
    assert "Your loss is 4323." in drawn["text/plain"]


def test_magics_do_the_same(run: Run) -> None:
    """`%load_ext grader`, then `%grade`."""
    run(RIGHT_MSE)

    assert "8/8   passed" in shown(run("%load_ext grader\n%grade mse"))


def test_without_a_name_everything_that_is_defined_is_graded(run: Run) -> None:
    """And nothing else."""
    run(RIGHT_MSE)
    run("def predict(X, weight, bias):\n    return X @ weight + bias")
    said = shown(run("grader.check()"))

    assert "ex03_prediction         8/8   passed" in said
    assert "ex01_dataset" not in said


def test_a_mistake_is_shown_with_the_number_of_its_cell(run: Run) -> None:
    """The number that stands beside the cell."""
    cell = run("def mse_loss(pred, y):\n    return pred.no_such_thing")

    assert f"the notebook, cell [{cell.execution_count}], line 2" in shown(run('grader.check("mse")'))


def test_a_name_that_is_not_known_is_one_sentence(run: Run) -> None:
    """With what was probably meant, and without a traceback."""
    said = shown(run('grader.check("msee")'))

    assert said.startswith("no exercise matches 'msee'; did you mean: ex04_mse")
    assert "\n" not in said


def test_a_function_that_is_not_defined_is_one_sentence(run: Run) -> None:
    """Also if it was, and is gone."""
    run("def update(weight, bias, lr):\n    return weight, bias\ndel update")

    assert "update is not defined in this notebook yet. Run the cell that defines it" in shown(
        run('grader.check("update")')
    )


def test_the_kernel_never_sees_torch_or_pytest_because_of_a_check(run: Run) -> None:
    """Grading happens elsewhere; the kernel stays the learner's."""
    names = "{name for name in sys.modules if name in ('pytest', 'hypothesis', 'grader.judge.run', 'msgspec')}"

    assert shown(run(f"import sys\n{names}")) == "set()"


def test_a_hint_is_given_in_the_notebook(run: Run) -> None:
    """And how to ask for the next one there."""
    said = shown(run('grader.hint("mse.mean")'))

    assert "hint 1 of 3" in said
    assert 'grader.hint("ex04_mse.mean", 2)' in said


def test_a_check_goes_on_after_its_process_was_killed(run: Run) -> None:
    """One sentence, then a new process."""
    run("import os, signal\nfrom grader.session.kernel import service_pid\nos.kill(service_pid(), signal.SIGKILL)")
    first = shown(run('grader.check("mse")'))

    assert first.startswith("The process that grades has ended.")
    assert "ex04_mse" in shown(run('grader.check("mse")'))


def test_the_process_ends_with_its_kernel(tmp_path: Path) -> None:
    """However the kernel ends."""
    code = "import grader\n%load_ext grader\nfrom grader.session.kernel import service_pid\nservice_pid()"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    pid = int(shown(notebook.cells[0]))
    until = time.monotonic() + 20
    while _runs(pid) and time.monotonic() < until:
        time.sleep(0.1)

    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


# ---- whole notebooks ----


def execute(notebook: Any, folder: Path) -> dict[str, Any]:
    """Run a notebook from top to bottom in a kernel of its own; its code cells by id."""
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return {cell.id: cell for cell in notebook.cells if cell.cell_type == "code"}


def test_the_built_notebook_passes_every_check_with_the_solutions(tmp_path: Path) -> None:
    """Run from top to bottom, worked examples included."""
    course = load_course(ROOT)
    notebook = nbformat.reads(notebook_from_modules(course, ROOT / "solutions"), 4)  # type: ignore[no-untyped-call]
    cells = execute(notebook, tmp_path)
    errors = [name for name, cell in cells.items() for one in cell.outputs if one.output_type == "error"]
    unfinished = [name for name, cell in cells.items() if name.endswith("-check") and "passed" not in shown(cell)]

    assert (errors, unfinished) == ([], [])
    assert sum(name.endswith("-check") for name in cells) == 13


def test_a_half_done_notebook_runs_to_its_end(tmp_path: Path) -> None:
    """Right, wrong, unfinished and broken: each check says its own."""
    course = load_course(ROOT)
    names = ("ex03_prediction", "ex04_mse", "ex05_autograd", "ex09_inference")
    exercises = tuple(exercise for exercise in course.exercises if exercise.name in names)
    work = {
        "ex03_prediction": (ROOT / "solutions" / "ex03_prediction.py").read_text(),
        "ex04_mse": WRONG_MSE,
        "ex09_inference": "def predict_new(samples, weight, bias):\n    return samples @ wieght + bias",
    }
    cells = execute(build_notebook(course, exercises, work), tmp_path)
    said = {name: shown(cells[f"{name}-check"]) for name in names}

    assert "8/8   passed" in said["ex03_prediction"]
    assert "0/8   failed" in said["ex04_mse"]
    assert "not attempted" in said["ex05_autograd"]
    assert "name 'wieght' is not defined" in said["ex09_inference"]


# ---- without a kernel ----


def question(*cells: str, names: tuple[str, ...] = ("total",), exercises: tuple[str, ...] = ()) -> Question:
    """What a kernel would ask after running these cells."""
    return Question(exercises, tuple((str(n), text) for n, text in enumerate(cells, start=1)), frozenset(names))


def test_a_stub_that_ran_last_is_no_answer(tiny: Course) -> None:
    """As in a notebook that is handed in."""
    stub = "def total(numbers):\n    raise NotImplementedError"
    source = read_kernel(tiny, question("def total(numbers):\n    return 1", stub)).sources["ex01_total"]

    assert isinstance(source, Source)
    assert source.is_attempted("total")


def test_a_cell_that_python_could_not_read_is_explained(tiny: Course) -> None:
    """The kernel said so too."""
    source = read_kernel(tiny, question("def total(numbers)", exercises=("total",))).sources["ex01_total"]

    assert isinstance(source, SourceProblem)
    assert source.message.startswith("Python cannot read the notebook, cell [1], line 1: expected ':'.")


def test_a_check_outside_a_notebook_is_one_sentence() -> None:
    """Where to turn instead."""
    with pytest.raises(kernel.CheckError, match="Elsewhere, run: python -m grader"):
        kernel.check("mse")


def test_an_interrupted_check_ends_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one begins anew."""
    stopped = []

    class Interrupted:
        def ask(self, _question: object) -> None:
            raise KeyboardInterrupt

        def stop(self) -> None:
            stopped.append(self)

    service = Interrupted()
    monkeypatch.setattr(kernel, "_services", [service])
    monkeypatch.setattr(kernel, "_what_was_run", lambda: ([], []))

    with pytest.raises(kernel.CheckStopped):
        kernel.check("mse")
    assert (stopped, kernel._services) == ([service], [])


def test_a_cell_with_half_a_letter_is_a_question_like_any_other() -> None:
    """It can be run in a kernel, so it must not end the process that grades."""
    line = kernel.as_line({"exercises": [], "cells": [("1", "x = '\ud800'")], "names": []})

    assert msgspec.json.decode(line, type=Question).cells == (("1", "x = '?'"),)


def test_the_explorer_is_shown_in_place(run: Run) -> None:
    """As a document of its own, whose script cannot reach the notebook."""
    shown_page = run("grader.explore()").outputs[0].data["text/html"]

    assert '<iframe title="Linear regression from scratch" srcdoc="&lt;!doctype html&gt;' in shown_page
    assert 'sandbox="allow-scripts"' in shown_page
