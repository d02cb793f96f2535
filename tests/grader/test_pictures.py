"""The pages' pictures: up to date, true, described in words, and wherever learners read the pages."""

import base64
import html
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from matplotlib.figure import Figure

from grader.bundle.learners import learner_files
from grader.course.file import load_course
from grader.hosts import find_host
from grader.notebook.build import build_notebook
from grader.testing import Floats, array
from tests.blueprints import SGD, Adam, Linear, MSELoss
from tests.hidden import oracles, training_oracles
from tests.pictures import IMAGES, PAGES, PICTURES, draw_all, stale_pictures
from tests.pictures.bowl import BOWL
from tests.pictures.lecture import APPLES, STUDY_HOURS, adam, bowl_of, descend
from tests.pictures.svg import svg_of

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(PAGES, IMAGES)
COURSE = load_course(ROOT)
IMAGE = re.compile(r"^!\[(.*)\]\(images/(.+)\.svg\)$", re.MULTILINE)
FOLDERS = {"en": ROOT / PAGES, "ko": ROOT / PAGES / "ko"}


def shown(pages: Path) -> dict[str, tuple[str, str]]:
    """The pictures on the pages of a folder, each with its exercise and its words."""
    return {
        name: (exercise.name, alt)
        for exercise in COURSE.exercises
        for alt, name in IMAGE.findall((pages / f"{exercise.name}.md").read_text(encoding="utf-8"))
    }


SHOWN = shown(FOLDERS["en"])
CODE = re.compile(r"weight|[._]\w+|None")
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?")
START = np.array([2.0, 1.0])


def numbers(text: str) -> set[str]:
    """The numbers in a text, as they are written."""
    return set(NUMBER.findall(text))


def flat(parameters: tuple[Floats, Floats]) -> Floats:
    """Weights and bias of one output as one vector."""
    return np.concatenate([numbers.ravel() for numbers in parameters])


# ---- up to date ----


def test_the_committed_pictures_are_what_is_drawn() -> None:
    """Byte for byte."""
    assert stale_pictures(ROOT) == []


def test_a_changed_a_missing_and_an_unknown_picture_are_told(tmp_path: Path) -> None:
    """And drawing mends what it can: it removes nothing."""
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises")
    changed, missing, unknown = (
        tmp_path / FOLDER / f"{name}.svg" for name in ("ex03_prediction", "ex04_mse", "ex04_old")
    )
    changed.write_text("<svg/>")
    missing.unlink()
    unknown.write_text("<svg/>")

    assert stale_pictures(tmp_path) == [changed, missing, unknown]
    assert draw_all(tmp_path) == [changed, missing]
    assert stale_pictures(tmp_path) == [unknown]


def test_a_course_without_these_exercises_has_no_pictures(tmp_path: Path) -> None:
    """Another course brings pages of its own."""
    (tmp_path / "exercises").mkdir()

    assert draw_all(tmp_path) == []


def test_a_colour_that_would_be_lost_in_the_dark_is_refused() -> None:
    """Each has a second value, for readers whose pages are dark."""
    figure = Figure()
    figure.add_axes((0.1, 0.1, 0.8, 0.8)).plot([0, 1], color="#123456")

    with pytest.raises(ValueError, match="no colour of"):
        svg_of(figure)


# ---- on the pages ----


@pytest.mark.parametrize("pages", FOLDERS.values(), ids=FOLDERS)
def test_every_picture_is_on_the_page_of_its_exercise(pages: Path) -> None:
    """And every page has one, in every language; none is linked that nobody draws."""
    on_pages = shown(pages)
    assert set(on_pages) == set(PICTURES)
    assert all(name.startswith(exercise) for name, (exercise, _alt) in on_pages.items())
    assert {exercise for exercise, _alt in on_pages.values()} == {one.name for one in COURSE.exercises}


@pytest.mark.parametrize("pages", FOLDERS.values(), ids=FOLDERS)
@pytest.mark.parametrize("name", PICTURES)
def test_the_words_for_a_picture_name_only_numbers_that_it_shows(name: str, pages: Path) -> None:
    """Who hears the page learns the same as who sees it, and a redrawn picture does not leave old numbers behind."""
    _exercise, alt = shown(pages)[name]
    picture = (pages / IMAGES / f"{name}.svg").read_text(encoding="utf-8")
    written = "\n".join(re.findall(r"<text[^>]*>([^<]*)</text>", picture))

    assert len(alt) > 40
    assert numbers(alt) <= numbers(written)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_in_korean_has_the_same_numbers_and_korean_words(name: str) -> None:
    """No English word stays but code, and what is drawn stays where it is."""
    written = {
        code: re.findall(r"<text[^>]*>([^<]*)</text>", (pages / IMAGES / f"{name}.svg").read_text(encoding="utf-8"))
        for code, pages in FOLDERS.items()
    }

    assert numbers("\n".join(written["ko"])) == numbers("\n".join(written["en"]))
    assert [text for text in written["ko"] if re.search(r"[a-z]{4}", text) and not CODE.search(text)] == []


# ---- true ----


def test_the_data_are_those_of_the_course() -> None:
    """The room has its own copy, since learners' tests are not for it to read."""
    np.testing.assert_array_equal(STUDY_HOURS.X, oracles.STUDY_HOURS)
    np.testing.assert_array_equal(STUDY_HOURS.y, oracles.SCORES[:, 0])
    np.testing.assert_array_equal(APPLES.X, oracles.WEATHER)
    np.testing.assert_array_equal(APPLES.y, oracles.CROPS[:, 0])


def test_loss_and_slopes_of_the_bowl_are_those_of_the_oracles() -> None:
    """What is drawn about gradients."""
    weight, bias = START[:1, None], START[1:]
    data = (oracles.STUDY_HOURS, oracles.SCORES)

    assert BOWL.loss(START) == pytest.approx(oracles.mse(oracles.predict(data[0], weight, bias), data[1]))
    assert BOWL.gradient(START) == pytest.approx(flat(oracles.gradients(*data, weight, bias)))


def test_the_way_of_training_is_that_of_the_oracles() -> None:
    """What is drawn about the training loop: the losses of 1000 epochs, and where they lead."""
    right = oracles.descend(oracles.STUDY_HOURS, oracles.SCORES, START[:1, None], START[1:], 0.01, 1000)
    points = descend(BOWL, START, 0.01, 1000)

    assert BOWL.loss(points[:-1]) == pytest.approx(right.history)
    assert points[-1] == pytest.approx(flat(right.parameters))


@pytest.mark.parametrize("optimizer", [SGD(0.01), SGD(0.01, momentum=0.9), Adam(1.0)], ids=str)
def test_optimizers_go_where_those_of_the_oracles_go(optimizer: SGD | Adam) -> None:
    """What is drawn about the last exercise: 100 epochs from zeros."""
    zeros = Linear(array(np.zeros((1, 1))), array(np.zeros(1)))
    run = training_oracles.train(oracles.STUDY_HOURS, oracles.SCORES, 100, zeros, MSELoss(), optimizer)
    start = np.zeros(2)
    points = (
        adam(BOWL, start, optimizer.lr, 100)
        if isinstance(optimizer, Adam)
        else descend(BOWL, start, optimizer.lr, 100, optimizer.momentum)
    )

    assert points[-1] == pytest.approx([run.parameters["weight"].item(), run.parameters["bias"].item()])


def test_the_crops_limit_is_that_of_the_oracles() -> None:
    """Of the learning rate, below which steps are stable."""
    steepest = np.linalg.eigvalsh(bowl_of(APPLES, outputs=2).curvature)[-1]

    assert 2 / steepest == pytest.approx(oracles.largest_stable_lr(oracles.WEATHER, 2))


# ---- where learners read ----


def test_a_notebook_stands_alone() -> None:
    """Its cells hold the pictures that they show, unchanged, each with its words."""
    text = "\n".join(cell.source for cell in build_notebook(COURSE, COURSE.exercises).cells)
    held = re.findall(r'<img alt="(.+)" src="data:image/svg\+xml;base64,(.+)">', text)

    assert "images/" not in text
    assert {alt: base64.b64decode(data) for alt, data in held} == {
        html.escape(alt): (ROOT / FOLDER / f"{name}.svg").read_bytes() for name, (_exercise, alt) in SHOWN.items()
    }


def test_learners_get_the_pictures_and_not_what_draws_them() -> None:
    """The formulas in there are near what the exercises ask for."""
    names = {
        path.as_posix() for path in learner_files(COURSE, find_host("actions"), include_hidden=False, notebooks=False)
    }

    assert {f"{FOLDER.as_posix()}/{name}.svg" for name in PICTURES} <= names
    assert not any(name.startswith("tests/pictures/") for name in names)
