"""course.toml: read into frozen objects, and every mistake is one sentence with file and key."""

from pathlib import Path

import pytest

from grader.course.file import Course, CourseError, find_root, load_course
from tests.grader.conftest import ROOT


def test_the_course_is_read(tiny: Course) -> None:
    """Order, points and hints."""
    assert [exercise.name for exercise in tiny.exercises] == ["ex01_total", "ex02_running"]
    assert tiny.points == 10
    assert tiny.exercises[1].tasks[0].hints == ("How long is the list?", "One total for each number.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('points = 4\nhints = ["What', 'points = "4"\nhints = ["What'), "exercise ex01_total, task sum, key points"),
        (('title = "Add up"\n', ""), "exercise ex01_total, task sum, key title: is missing"),
        (("call_seconds", "call_second"), "table limits, key call_second: is not known; did you mean call_seconds?"),
        (('id = "last"', 'id = "totals"'), "exercise ex02_running, key id: two tasks are called totals"),
        (('name = "ex02_running"', 'name = "ex01_total"'), "two exercises are called ex01_total"),
        (('name = "ex02_running"', 'name = "second"'), "exercise second, key name"),
        (("points = 2\n", "points = 0\n"), "exercise ex02_running, task last, key points: should be at least 1"),
        (("points = 10", "points = 11"), "key points: the tasks' points add up to 10, not 11"),
        (("format = 1", "format = 9"), "key format: 9 is not known"),
        (("format = 1", "format = "), "line 1"),
        (('"How long is the list?", ', ""), "task totals, key hints: should be two or three"),
        (('functions = ["total"]', "functions = []"), "exercise ex01_total, key functions"),
        (
            ('["total"]', '["total"]\nshapes = ["numbers n"]'),
            "exercise ex01_total, key shapes: 'numbers n' should look like",
        ),
        (('["total"]', '["total"]\nshapes = ["numbers (n,)"]'), "the n of numbers is not explained under sizes"),
        (("call_seconds = 1", 'call_seconds = "long"'), "table limits, key call_seconds"),
    ],
)
def test_a_mistake_is_one_sentence(tiny_copy: Path, change: tuple[str, str], said: str) -> None:
    """It names the file and where in it."""
    path = tiny_copy / "exercises" / "course.toml"
    text = path.read_text()
    assert change[0] in text
    path.write_text(text.replace(change[0], change[1], 1))

    with pytest.raises(CourseError) as raised:
        load_course(tiny_copy)
    assert str(raised.value).startswith(f"{path}: ")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_all_mistakes_are_told_at_once(tiny_copy: Path) -> None:
    """A misspelt key, a missing one, and wrong values beside them and elsewhere, in one go."""
    path = tiny_copy / "exercises" / "course.toml"
    text = path.read_text().replace('title = "Add up"', 'titel = "Add up"').replace("points = 2\n", "points = 0\n")
    text = text.replace('id = "sum"', 'id = "the sum"').replace('name = "tiny"', 'name = "Tiny"')
    path.write_text(text)

    with pytest.raises(CourseError) as raised:
        load_course(tiny_copy)
    told = str(raised.value)
    assert "key titel: is not known; did you mean title?" in told
    assert "key title: is missing" in told
    assert "task the sum, key id: should be a plain name" in told
    assert "key name: 'Tiny' should be letters" in told
    assert "task last, key points: should be at least 1" in told


@pytest.mark.parametrize("wanted", ["ex02_running", "2", "02", "ex02", "run", "ex02_running.py"])
def test_an_exercise_is_found_by_name_number_or_part(tiny: Course, wanted: str) -> None:
    """Whatever a learner types."""
    assert tiny.find(wanted).name == "ex02_running"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("ex", "more than one exercise matches 'ex'; did you mean: ex01_total, ex02_running"),
        ("tootal", "no exercise matches 'tootal'; did you mean: ex01_total"),
        ("7", "there is no exercise 7; they are numbered 1 to 2"),
    ],
)
def test_a_name_that_fits_none_or_several_lists_the_near_ones(tiny: Course, wanted: str, said: str) -> None:
    """So that the next try succeeds."""
    with pytest.raises(LookupError) as raised:
        tiny.find(wanted)
    assert said in str(raised.value.args[0])


def test_a_folder_without_a_course_is_named(tmp_path: Path) -> None:
    """One sentence."""
    with pytest.raises(CourseError, match=r"there is no exercises/course\.toml"):
        find_root(tmp_path)


def test_the_nearest_course_above_the_current_folder_wins(tiny_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also from a folder within it, and for its own solutions."""
    monkeypatch.chdir(tiny_copy / "exercises")

    assert find_root() == tiny_copy
    assert find_root(submission=tiny_copy / "solutions") == tiny_copy


@pytest.mark.parametrize("submission", ["", "exercises", "..", "work.ipynb"])
def test_a_course_that_may_belong_to_the_submission_is_not_used(
    tiny_copy: Path, monkeypatch: pytest.MonkeyPatch, submission: str
) -> None:
    """Its tests are a student's; the course is then the grader's own."""
    monkeypatch.chdir(tiny_copy)

    assert find_root(submission=Path(submission)) == ROOT


def test_an_installed_grader_uses_the_course_of_a_checkout_but_not_of_a_named_submission(
    tiny_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hosts install the grader without a course; the one in the checkout is then the only one there is."""
    monkeypatch.chdir(tiny_copy)
    monkeypatch.setattr("grader.course.file.ROOT", tmp_path)  # nothing lies beside an installed package

    assert find_root(submission=tiny_copy, checkout=True) == tiny_copy
    with pytest.raises(CourseError, match="may be a part of what is graded; say with --course"):
        find_root(submission=tiny_copy)


def test_elsewhere_the_course_is_the_graders_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of submissions is no course, whatever lies in it."""
    monkeypatch.chdir(tmp_path)

    assert find_root() == ROOT
