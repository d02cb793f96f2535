"""The course's notebook as learners see it: in JupyterLab, in a browser, with a real kernel.

The screenshots are kept in `.artefacts/`, for people to look at.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from grader.course.file import load_course
from grader.notebook.build import as_text, build_notebook
from tests.browser.chromium import Page, wait_for

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / ".artefacts"
WRONG = "tests/misconceptions/ex04_mse/sum_instead_of_mean.py"
_SHIFT = 8

# JupyterLab only draws what is near the window, so look for a cell by scrolling down to it
FIND = """async (text) => {
  const cell = () => [...document.querySelectorAll('.jp-CodeCell')]
    .find(one => one.querySelector('.cm-content')?.textContent.includes(text));
  const panel = document.querySelector('.jp-WindowedPanel-outer');
  panel.scrollTop = 0;
  for (let step = 0; step < 300 && !cell(); step++) {
    panel.scrollTop += panel.clientHeight * 0.7;
    await new Promise(done => setTimeout(done, 50));
  }
  cell().scrollIntoView({block: 'start'});
  await new Promise(done => setTimeout(done, 300));
  return cell();
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the course's notebook, in which exercise 4 is answered wrongly."""
    folder = tmp_path_factory.mktemp("lab")
    course = load_course(ROOT)
    wrong = (ROOT / WRONG).read_text(encoding="utf-8")
    text = as_text(build_notebook(course, course.exercises, {"ex04_mse": wrong}))
    (folder / "course.ipynb").write_text(text, encoding="utf-8")
    settings = folder / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(json.dumps({"fetchNews": "false"}))
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    """JupyterLab's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [
        f"--port={port}",
        "--ServerApp.ip=127.0.0.1",
        "--IdentityProvider.token=",
        "--no-browser",
        "--allow-root",
    ]
    names = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    environment = {**os.environ, **dict.fromkeys(names, str(folder / "home"))}
    environment["JUPYTERLAB_SETTINGS_DIR"] = str(folder / "settings")
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", *options, f"--ServerApp.root_dir={folder}"],
            env=environment,
            stdout=log,
            stderr=log,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: _answers(f"{address}/api"), "JupyterLab to start", 120)
            yield address
        finally:
            process.terminate()
            process.wait()


def _answers(address: str) -> bool:
    try:
        with urlopen(address) as answer:
            return bool(answer.read())
    except OSError:
        return False


@pytest.fixture(scope="module")
def page(server: str) -> Iterator[Page]:
    """The notebook, opened, with its kernel ready and both cells of exercise 4 run by hand."""
    with Page(1280, 1500) as page:
        page.open(f"{server}/lab/tree/course.ipynb")
        page.wait("document.querySelectorAll('.jp-Notebook .jp-Cell').length > 5", "the notebook", 120)
        page.wait(
            "document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status == 'idle'", "the kernel", 120
        )
        run_cell(page, "def mse_loss")
        run_cell(page, 'grader.check("ex04_mse")')
        yield page


def run_cell(page: Page, text: str) -> None:
    """Click into the cell that holds a text, press Shift and Enter, and wait until it has run."""
    place = "(cell => { const at = cell.querySelector('.cm-content').getBoundingClientRect(); return [at.x, at.y]; })"
    x, y = page.evaluate(f"({FIND})({text!r}).then({place})")
    page.click(x + 60, y + 8)
    page.press("Enter", "Enter", 13, _SHIFT)
    number = f"({FIND})({text!r}).then(cell => cell.querySelector('.jp-InputPrompt').textContent)"
    wait_for(lambda: any(map(str.isdigit, page.evaluate(number))), f"the cell with {text}", 60)


def test_formulas_and_tables_are_drawn(page: Page) -> None:
    """The prose of an exercise reads as on its page."""
    page.evaluate("[...document.querySelectorAll('h1')].find(one => /^04/.test(one.textContent)).scrollIntoView()")
    page.wait("document.querySelector('.jp-MarkdownOutput mjx-container')", "a formula")
    page.screenshot(ARTEFACTS / "jupyterlab-exercise.png")

    assert page.evaluate("document.querySelectorAll('.jp-MarkdownOutput table th').length") > 3


def test_the_check_shows_its_report_in_place(page: Page) -> None:
    """Status, call, what came back, what was expected, the misconception, and hints behind a fold."""
    shown = page.evaluate(f"({FIND})('grader.check(\"ex04_mse\")').then(cell => cell.innerText)")
    page.screenshot(ARTEFACTS / "jupyterlab-report.png")

    assert "failed" in shown
    assert "0 of 8 points" in shown
    assert "torch.tensor(4323.0)" in shown
    assert "The squared errors are summed, but not divided by how many there are." in shown
    assert "hint 1 of 3" in shown


def test_hints_unfold(page: Page) -> None:
    """One click, one hint."""
    fold = "const fold = cell.querySelector('.grader details'); fold.querySelector('summary').click();"
    shown = f"({FIND})('grader.check(\"ex04_mse\")').then(cell => {{ {fold} return fold.innerText; }})"

    assert len(page.evaluate(shown)) > len("hint 1 of 3\nhint 2 of 3")
