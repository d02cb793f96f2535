"""Watch mode, as a person has it: a terminal, real saves, single keys."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grader.conftest import TINY
from tests.grader.notebooks import notebook, save

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal on Windows", allow_module_level=True)

import pty
import select

ROOT = Path(__file__).resolve().parents[2]
RIGHT_1 = (TINY / "solutions" / "ex01_total.py").read_text()
RIGHT_2 = (TINY / "solutions" / "ex02_running.py").read_text()
WRONG_1 = "def total(numbers):\n    return numbers[0]\n"
SHOWS = """
from grader.drawing import Axis, Picture, Points, Show

def totals(learner, settings):
    values = [learner.total([1.0] * count).result.value for count in range(4)]
    yield Picture("Your totals", Axis("numbers"), Axis("total"), [Points("yours", range(4), values)], "Of ones.")

SHOWS = {"ex01_total": Show(totals)}
"""
SECONDS = 60.0  # patience of the test, not a measure


class Terminal:
    """A watch session in a pseudo-terminal."""

    def __init__(self, folder: Path, course: Path = TINY) -> None:
        self._main, other = pty.openpty()
        command = [sys.executable, "-m", "grader", "watch", "-s", str(folder), "--course", str(course)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(
            command, stdin=other, stdout=other, stderr=other, env=environment, close_fds=True, start_new_session=True
        )
        os.close(other)

    def press(self, key: str) -> None:
        """Press one key."""
        os.write(self._main, key.encode())

    def read_until(self, text: str) -> str:
        """Read the screen until the text has appeared; returns what was shown."""
        shown = b""
        end = time.monotonic() + SECONDS
        while text.encode() not in shown:
            ready, _, _ = select.select([self._main], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{text!r} did not appear in:\n{shown.decode(errors='replace')}"
            shown += os.read(self._main, 65536)
        return shown.decode(errors="replace")

    def close(self) -> None:
        """End the session, whatever state it is in."""
        self.process.kill()
        self.process.wait()
        os.close(self._main)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny course's stubs, as a learner has them."""
    for path in (TINY / "exercises").glob("*.py"):
        (tmp_path / path.name).write_text(path.read_text())
    return tmp_path


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """A session that has shown its first report."""
    session = Terminal(folder)
    try:
        session.read_until("watching ex01_total")
        yield session
    finally:
        session.close()


def test_a_save_is_graded(folder: Path, terminal: Terminal) -> None:
    """Wrong first, with the misconception behind it; then right."""
    (folder / "ex01_total.py").write_text(WRONG_1)
    assert "Only the first number is returned." in terminal.read_until("watching ex01_total")

    (folder / "ex01_total.py").write_text(RIGHT_1)
    assert "ex01_total has passed." in terminal.read_until("watching ex02_running")


def test_an_editor_that_renames_is_noticed(folder: Path, terminal: Terminal) -> None:
    """As vim and many others save."""
    temporary = folder / "ex01_total.py~tmp"
    temporary.write_text(RIGHT_1)
    temporary.replace(folder / "ex01_total.py")

    terminal.read_until("ex01_total has passed.")


def test_the_screen_is_not_blank_while_torch_loads(folder: Path) -> None:
    """The first line comes before anything is loaded."""
    session = Terminal(folder)
    try:
        assert "starting" in session.read_until("starting …")
    finally:
        session.close()


def test_all_shows_every_failed_report(folder: Path, terminal: Terminal) -> None:
    """Key a: not only the table."""
    (folder / "ex02_running.py").write_text("def running(numbers):\n    return []\n\n\ndef last(n):\n    return 0.0\n")
    terminal.read_until("watching ex02_running")
    terminal.press("a")

    assert "ex02_running · totals" in terminal.read_until("watching ")


def test_an_unknown_key_shows_the_keys(terminal: Terminal) -> None:
    """Instead of nothing."""
    terminal.press("x")

    assert "q quit" in terminal.read_until("q quit")


def test_ctrl_c_is_a_normal_end(terminal: Terminal) -> None:
    """Exit status 0."""
    terminal.process.send_signal(signal.SIGINT)

    assert terminal.process.wait(timeout=SECONDS) == 0


def test_a_file_may_go_and_come_back(folder: Path, terminal: Terminal) -> None:
    """Some editors delete before they write."""
    (folder / "ex01_total.py").unlink()
    time.sleep(0.3)
    (folder / "ex01_total.py").write_text(RIGHT_1)

    terminal.read_until("ex01_total has passed.")


def test_what_has_passed_leads_on(folder: Path, terminal: Terminal) -> None:
    """One way to write it is shown, and the next exercise becomes the one to work on."""
    (folder / "ex01_total.py").write_text(RIGHT_1)

    shown = terminal.read_until("watching ex02_running")

    assert "return float(sum(numbers))" in shown
    assert "fill in exercises/ex02_running.py" in shown


def test_a_test_that_its_author_has_changed_meanwhile_is_the_one_that_judges(folder: Path, tiny_copy: Path) -> None:
    """Tests are collected once, but never old ones are run."""
    session = Terminal(folder, tiny_copy)
    try:
        session.read_until("watching ex01_total")
        test = tiny_copy / "tests" / "hidden" / "test_ex01_total.py"
        test.write_text(test.read_text().replace("== sum(numbers)", "is None"))
        (folder / "ex01_total.py").write_text(RIGHT_1)

        assert "Every number counts." in session.read_until("watching ex01_total")
    finally:
        session.close()


def test_several_saves_in_a_second_end_with_the_last(folder: Path, terminal: Terminal) -> None:
    """An editor that saves on every key costs no verdict."""
    for text in (WRONG_1, "def total(numbers):\n    retur", WRONG_1, RIGHT_1):
        (folder / "ex01_total.py").write_text(text)
        time.sleep(0.05)

    terminal.read_until("ex01_total has passed.")


def test_a_saved_notebook_is_graded_where_its_code_is_new(folder: Path, terminal: Terminal) -> None:
    """One notebook holds every exercise; the one that was worked on is shown."""
    cells = [RIGHT_1, "def running(numbers):\n    return numbers\n"]
    save(folder, notebook(*cells))
    terminal.read_until("watching ex02_running")
    cells[1] = RIGHT_2
    save(folder, notebook(*cells))

    shown = terminal.read_until("All tests passed.")

    assert "ex02_running has passed." in shown


def test_other_files_are_left_alone(folder: Path, terminal: Terminal) -> None:
    """Backups and notes beside the exercises are nobody's work."""
    (folder / "ex01_total.backup-1.py").write_text(WRONG_1)
    (folder / "notes.txt").write_text("ex01_total")
    (folder / "ex02_running.py").write_text("def running(numbers):\n    return numbers\n")

    assert "watching ex01_total" not in terminal.read_until("watching ex02_running")


def test_the_exercise_saved_last_can_be_drawn(folder: Path, tiny_copy: Path) -> None:
    """Key s: what passed and was left behind is the one to be seen, in a course that has something to show."""
    (tiny_copy / "tests" / "shows.py").write_text(SHOWS)
    session = Terminal(folder, tiny_copy)
    try:
        session.read_until("s show")
        (folder / "ex01_total.py").write_text(RIGHT_1)
        session.read_until("watching ex02_running")
        session.press("s")

        assert "Your totals" in session.read_until("watching ex02_running")
    finally:
        session.close()


def test_keys_do_what_the_footer_says(terminal: Terminal) -> None:
    """Hints go up their ladder, list lists, all grades again, next goes round what is open, quit ends with status 0."""
    terminal.press("h")
    terminal.read_until("What is the total of no numbers?")
    terminal.press("h")
    terminal.read_until("Look at where you start.")
    terminal.press("l")
    terminal.read_until("ex02_running")
    terminal.press("a")
    terminal.read_until("watching ex01_total")
    terminal.press("n")
    terminal.read_until("watching ex02_running")
    terminal.press("n")
    terminal.read_until("watching ex01_total")
    terminal.press("q")

    assert terminal.process.wait(timeout=SECONDS) == 0
