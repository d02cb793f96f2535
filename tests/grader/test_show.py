"""What `show` draws: the learner's own functions on the lecture's data, beside what is exact; and the exact numbers."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from rich.cells import cell_len

from grader.bundle.learners import learner_files
from grader.course.file import EXPLORER, SHOWS, load_course
from grader.drawing import Axis, Line, Picture, Points, contours
from grader.drawing.course import Settings, Shows, Wishes, load_shows
from grader.drawing.draw import Drawing, draw_exercise, draw_sheet
from grader.drawing.html import page
from grader.drawing.svg import svg
from grader.drawing.terminal import as_text
from grader.hosts import find_host
from grader.pipe.launcher import Launcher
from grader.pipe.pool import Workers
from grader.source.module import parse
from grader.submission.finding import Submission, read_submission
from grader.testing import Floats, array
from tests import shows as declared
from tests.blueprints import SGD, Adam, Linear, MSELoss
from tests.grader.conftest import ROOT
from tests.hidden import oracles, training_oracles

COURSE = load_course(ROOT)
NAMES = list(declared.SHOWS)
START = np.array([[2.0], [1.0]])

Draw = Callable[..., Drawing]


@pytest.fixture(scope="module")
def known_shows() -> Shows:
    """What the course declares."""
    return load_shows(COURSE)


@pytest.fixture
def draw(launcher: Launcher, known_shows: Shows) -> Draw:
    """Draw the text of a module as an exercise."""

    def drawn(name: str, text: str, **wishes: object) -> Drawing:
        exercise = COURSE.exercise(name)
        assert exercise is not None
        work = Submission("work", {name: parse(name, text.encode())})
        limits = replace(COURSE.limits, call_seconds=2.0)
        with Workers(limits, launcher) as workers:
            return draw_exercise(COURSE, known_shows, work, workers, exercise, Wishes(**wishes))  # type: ignore[arg-type]

    return drawn


def solution(name: str) -> str:
    """The text of a right module."""
    return (ROOT / "solutions" / f"{name}.py").read_text(encoding="utf-8")


def wrong(name: str) -> str:
    """The text of a known wrong module, "exercise/answer"."""
    return (ROOT / "tests" / "misconceptions" / f"{name}.py").read_text(encoding="utf-8")


def lines(picture: Picture, role: str) -> list[Floats]:
    """The lines of the learner's, or the exact ones, as arrays of shape (n, 2)."""
    return [np.array(one.places) for one in picture.layers if isinstance(one, Line) and one.role == role]


# ---- right, wrong, and nothing at all ----


def test_every_exercise_of_the_first_track_can_be_shown() -> None:
    """The katas are about programs and tests, of which there is nothing to draw."""
    assert list(declared.SHOWS) == [one.name for one in COURSE.exercises if one.track == COURSE.exercises[0].track]


@pytest.mark.parametrize("name", NAMES)
def test_right_work_lies_on_what_is_exact(name: str, draw: Draw) -> None:
    """Of every exercise there is something to see, and each of the learner's lines is where the exact one is."""
    wishes = {"epochs": 40} if declared.SHOWS[name].epochs is not None else {}
    drawing = draw(name, solution(name), **wishes)

    assert drawing.problem == ""
    assert drawing.pictures
    for picture in drawing.pictures:
        for mine, exact in zip(lines(picture, "yours"), lines(picture, "exact"), strict=False):
            assert mine == pytest.approx(exact, rel=1e-4, abs=1e-3)


def test_wrong_work_is_drawn_as_it_is(draw: Draw) -> None:
    """With the bias subtracted the line lies two biases too low."""
    (picture,) = draw("ex03_prediction", wrong("ex03_prediction/bias_subtracted")).pictures

    (mine,), (exact,) = lines(picture, "yours"), lines(picture, "exact")
    assert mine[:, 1] == pytest.approx(exact[:, 1] - 2 * 2.5)
    assert "you predict 27.5, exactly 32.5" in picture.words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("def predict(X, weight, bias):\n    raise NotImplementedError\n", "ex03_prediction is not written yet."),
        ("def forecast(X, weight, bias):\n    return X\n", "ex03_prediction.py has no function predict."),
        ("def predict(X, weight, bias)\n    return X\n", "ex03_prediction.py"),
        ("1 / 0\n\ndef predict(X, weight, bias):\n    return X\n", "ZeroDivisionError"),
        (
            "def predict(X, weight, bias):\n    return 1 / 0\n",
            "ZeroDivisionError: division by zero (ex03_prediction.py",
        ),
        ("def predict(X, weight, bias):\n    while True:\n        pass\n", "did not finish within 2 seconds"),
        ("import os\n\ndef predict(X, weight, bias):\n    os._exit(0)\n", "ended the Python process"),
        ("def predict(X, weight, bias):\n    return (X @ weight + bias)[0]\n", "shape"),
        ("def predict(X, weight, bias):\n    return 3\n", "The result is an int, not a tensor."),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(draw: Draw, text: str, sentence: str) -> None:
    """A stub, a missing function, a crash, a hang, a wrong shape."""
    drawing = draw("ex03_prediction", text)

    assert drawing.pictures == ()
    assert sentence in drawing.problem
    assert "\n" not in drawing.problem


def test_pictures_made_before_a_crash_stay(draw: Draw) -> None:
    """With a function that fails at its second call, the first picture is there to be looked at."""
    text = "left = [1]\n\ndef mse_loss(pred, y):\n    left[0] = 1 // left[0] - 1\n    return ((pred - y) ** 2).mean()\n"
    drawing = draw("ex04_mse", text)

    assert len(drawing.pictures) == 1
    assert "ZeroDivisionError" in drawing.problem


@pytest.mark.parametrize("lr", [0.5, 1e30, -0.01, 0.0])
def test_a_training_that_leaves_the_picture_can_be_drawn(draw: Draw, lr: float) -> None:
    """Numbers that grow beyond all bounds, or become nan, are left out, and every form of a picture can be made."""
    drawing = draw("ex08_training_loop", solution("ex08_training_loop"), lr=lr, epochs=60)

    assert drawing.problem == ""
    for picture in drawing.pictures:
        assert as_text(picture, 80, braille=True)
        assert "nan" not in svg(picture).replace(picture.words, "")


# ---- settings ----


def test_a_training_is_drawn_with_what_was_asked_for(draw: Draw) -> None:
    """Learning rate, epochs and start are the learner's to choose."""
    way, losses = draw(
        "ex08_training_loop", solution("ex08_training_loop"), lr=0.1, epochs=25, start=(5.0, -3.0)
    ).pictures

    right = oracles.descend(oracles.STUDY_HOURS, oracles.SCORES, np.array([[5.0]]), np.array([-3.0]), 0.1, 25)
    (places,) = lines(way, "yours")
    assert places[0] == pytest.approx([5.0, -3.0])
    assert places[-1] == pytest.approx([right.weight.item(), right.bias.item()], rel=1e-4)
    assert lines(losses, "exact")[0][:, 1] == pytest.approx(right.history)


@pytest.mark.parametrize("wishes", [{"start": (1.0,)}, {"epochs": -1}, {"epochs": 10**9}, {"lr": float("nan")}])
def test_a_setting_that_cannot_be_used_is_refused(draw: Draw, wishes: dict[str, object]) -> None:
    """In a sentence, before anything runs."""
    with pytest.raises(ValueError, match=r"start needs 2|epochs should|finite"):
        draw("ex08_training_loop", solution("ex08_training_loop"), **wishes)


def test_a_setting_without_a_meaning_is_told(draw: Draw) -> None:
    """Instead of being passed over in silence."""
    assert draw("ex03_prediction", solution("ex03_prediction"), lr=0.5).notes == (
        "There is no lr to choose in ex03_prediction.",
    )


# ---- exact ----


def test_the_bowls_are_those_of_the_oracles() -> None:
    """Loss, slopes and the way of gradient descent on both tables, at a point that is not the lowest."""
    tables = [
        (declared.HOURS_BOWL, oracles.STUDY_HOURS, oracles.SCORES, START, 0.01),
        (
            declared.CROPS_BOWL,
            oracles.WEATHER,
            oracles.CROPS,
            np.array([[1.0, -1], [2, 0.5], [-3, 1], [0.25, 4]]),
            1e-5,
        ),
    ]
    for bowl, X, y, theta, lr in tables:
        weight, bias = theta[:-1], theta[-1]
        assert bowl.loss(theta) == pytest.approx(oracles.mse(oracles.predict(X, weight, bias), y))
        assert bowl.slope(theta) == pytest.approx(np.vstack(oracles.gradients(X, y, weight, bias)))
        assert bowl.descend(theta, lr, 200) == pytest.approx(
            np.vstack(oracles.descend(X, y, weight, bias, lr, 200).parameters), rel=1e-6
        )
    assert declared.hours_loss(START[0], START[1]) == pytest.approx(declared.HOURS_BOWL.loss(START))


@pytest.mark.parametrize("optimizer", [SGD(0.01, momentum=0.9), Adam(1.0)], ids=str)
def test_optimizers_go_where_those_of_the_oracles_go(optimizer: SGD | Adam) -> None:
    """Momentum and Adam, with PyTorch's defaults."""
    settings = Settings(0.01, 60, (2.0, 1.0))
    begin = Linear(array(START[:1]), array(START[1]))
    run = training_oracles.train(oracles.STUDY_HOURS, oracles.SCORES, 60, begin, MSELoss(), optimizer)

    assert declared._optimized(settings, optimizer)[-1] == pytest.approx(
        [run.parameters["weight"].item(), run.parameters["bias"].item()]
    )


def test_lines_of_equal_height_lie_at_that_height() -> None:
    """Within what a grid can tell, closed where they are closed, and cut where they leave the picture."""
    (small, large) = contours(lambda x, y: x**2 + y**2, (1.0, 9.0), (-2.0, 2.0), (-2.5, 2.5), "height").lines

    (ring,) = small.pieces
    assert ring[0] == ring[-1]
    assert [x**2 + y**2 for x, y in ring] == pytest.approx([1.0] * len(ring), abs=0.01)
    assert len(large.pieces) == 4


# ---- forms ----

PICTURE = Picture(
    "A title",
    Axis("right", 0, 10),
    Axis("up"),
    [Line("yours", [0, 5, 10], [1, np.nan, 3]), Line("exact", [0, 10], [1e300, -1e300]), Points("data", [5], [2])],
    "Some <words>.",
)


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("braille", [True, False])
def test_text_keeps_to_the_width(width: int, braille: bool) -> None:
    """And to ASCII where the terminal has nothing else."""
    drawn = [line.plain for line in as_text(PICTURE, width, braille)]

    assert max(map(cell_len, drawn)) <= width
    assert braille or all(line.isascii() for line in drawn)


def test_a_page_stands_alone_and_holds_no_code_of_a_learner() -> None:
    """No script, no address; what a learner wrote is text."""
    text = page("Title", [Drawing("ex", (PICTURE,), "<script>alert(1)</script> raised")])

    assert "<script" not in text
    assert not re.search(r"(src|href)=|url\(|://", text)
    assert "Some &lt;words&gt;." in text


# ---- commands ----


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the grader's."""
    return subprocess.run(
        [sys.executable, "-m", "grader", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )


def test_the_sheet_holds_the_whole_run(launcher: Launcher, known_shows: Shows) -> None:
    """Line, way, losses, and the crops' predictions; what is missing is told in its place."""
    with Workers(COURSE.limits, launcher) as workers:
        line, training, crops = draw_sheet(COURSE, known_shows, read_submission(COURSE, ROOT / "solutions"), workers)
        stubs = draw_sheet(COURSE, known_shows, read_submission(COURSE, ROOT / "exercises"), workers)

    titles = [picture.title for drawing in (line, training, crops) for picture in drawing.pictures]
    assert titles[:3] == ["Your line", "Your way over the lines of equal loss", "Your losses"]
    assert "The crops' yields as your parameters predict them" in titles
    assert [drawing.problem for drawing in stubs] == [
        "ex08_training_loop is not written yet.",
        "ex08_training_loop is not written yet.",
        "ex10_multi_output is not written yet.",
    ]


def test_commands_write_pages(tmp_path: Path) -> None:
    """`show --html` and `explore`."""
    shown = run("show", "3", "-s", "solutions", "--start", "20,0", "--html", str(tmp_path / "show.html"))
    explored = run("explore", str(tmp_path / "explore.html"))

    assert (shown.returncode, explored.returncode) == (0, 0), shown.stderr + explored.stderr
    assert "for 2 hours you predict 40, exactly 40" in (tmp_path / "show.html").read_text(encoding="utf-8")
    assert "<h1>Explore linear regression</h1>" in (tmp_path / "explore.html").read_text(encoding="utf-8")


def test_learners_get_what_draws_and_the_explorer() -> None:
    """That neither gives an answer away is proved of every bundle."""
    files = learner_files(COURSE, find_host("actions"), include_hidden=False, notebooks=False)

    assert {SHOWS, EXPLORER} <= {name.as_posix() for name in files}


def test_a_run_does_not_load_what_draws() -> None:
    """A learner's cold run pays for nothing that they did not ask for."""
    code = (
        "import sys; from grader.cli.main import status_of; status_of(['3', '-s', 'solutions']);"
        "print([name for name in sys.modules if name.startswith(('grader.drawing', 'tests.shows'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.endswith("[]\n")
