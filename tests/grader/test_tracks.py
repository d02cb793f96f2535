"""A second track: exercises beside those of the course, with a total of their own, and programs handed out whole."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.bundle import trees as bundled
from grader.cli.main import cli
from grader.course.attempt import is_attempted
from grader.course.file import ALL_TRACKS, Course, CourseError, load_course
from grader.course.stubs import reset_stub, stale_stubs
from grader.judge.run import grade
from grader.pipe.pool import Workers
from grader.report.telling import tell
from grader.source.module import Source, parse
from grader.submission.finding import read_submission

HANDED_OUT = (
    '"""Mend this."""\n\n\ndef running(numbers):\n    return numbers\n\n\ndef last(numbers):\n    return numbers[-1]\n'
)


@pytest.fixture
def two_tracks(tiny_copy: Path) -> Course:
    """The tiny course with its second exercise in a track of its own, where a program is handed out."""
    path = tiny_copy / "exercises" / "course.toml"
    text = path.read_text().replace("points = 10", "points = 4")
    text = text.replace('title = "Running totals"', 'title = "Running totals"\ntrack = "more"\ngiven = true')
    path.write_text(text + '\n[[track]]\nname = "more"\ntitle = "More of it"\npoints = 6\n')
    (tiny_copy / "exercises" / ".stubs").mkdir()
    for folder in ("exercises", "exercises/.stubs"):
        (tiny_copy / folder / "ex02_running.py").write_text(HANDED_OUT)
    return load_course(tiny_copy)


def written(text: str) -> Source:
    """A learner's module of the second exercise."""
    source = parse("ex02_running", text.encode())
    assert isinstance(source, Source)
    return source


def test_a_track_has_its_own_exercises_and_points(two_tracks: Course) -> None:
    """The first one is looked at unless another one, or all, is asked for."""
    points = {name: two_tracks.track(name).points for name in ("course", "more", ALL_TRACKS)}

    assert two_tracks.points == 4
    assert points == {"course": 4, "more": 6, ALL_TRACKS: 10}


def test_an_exercise_of_another_track_is_found(two_tracks: Course) -> None:
    """By name, or a part of it."""
    assert two_tracks.find("running").track == "more"
    assert two_tracks.find("ex02").track == "more"


def test_points_that_do_not_add_up_name_their_track(two_tracks: Course) -> None:
    """As everything that is wrong in course.toml."""
    path = two_tracks.root / "exercises" / "course.toml"
    path.write_text(path.read_text().replace("points = 6", "points = 7"))

    with pytest.raises(CourseError, match="track more, key points: the tasks' points add up to 6, not 7"):
        load_course(two_tracks.root)


@pytest.mark.parametrize(
    ("text", "attempted"),
    [
        (HANDED_OUT, False),
        ("# looked at\n" + HANDED_OUT.replace("Mend this.", "Mended?").replace("\n\n\n", "\n"), False),
        (HANDED_OUT.replace("return numbers\n", "return list(numbers)\n"), True),
        (HANDED_OUT.partition("\n\n\ndef last")[0] + "\n", True),
    ],
    ids=["as it came", "only layout and comments", "another statement", "a function less"],
)
def test_a_program_is_attempted_when_it_is_another_one(two_tracks: Course, text: str, attempted: bool) -> None:
    """What was handed out runs, so that it runs says nothing."""
    assert is_attempted(two_tracks, two_tracks.find("ex02"), written(text)) is attempted


def test_reset_brings_back_what_was_handed_out(two_tracks: Course) -> None:
    """From the kept file, for the solution does not make it."""
    exercise = two_tracks.find("ex02")
    path = two_tracks.path("exercises", exercise)
    path.write_text("broken")

    assert stale_stubs(two_tracks) == [path]
    reset_stub(two_tracks, exercise)
    assert path.read_text() == HANDED_OUT


def test_a_report_has_a_total_for_each_track(two_tracks: Course) -> None:
    """Points of one never hide in the other's."""
    both = two_tracks.track(ALL_TRACKS)
    with Workers(both.limits) as workers:
        document = grade(both, read_submission(both, both.root / "solutions"), workers)

    totals = [(total.title, total.points, total.max_points) for total in tell(document, both).totals]
    assert totals == [("A tiny course", 4, 4), ("More of it", 6, 6)]


def test_a_bundle_holds_the_tracks_that_were_asked_for(two_tracks: Course) -> None:
    """Neither pages nor tests nor tables of another one."""
    for name, there, missing in (("course", "ex01_total", "ex02_running"), ("more", "ex02_running", "ex01_total")):
        course = two_tracks.track(name)
        content = bundled.course_files(course) | bundled.test_files(course, hidden=True)
        files = {str(path): text.decode() for path, text in content.items()}

        assert f"exercises/{there}.py" in files
        assert not any(missing in path for path in files)
        assert f'name = "{missing}"' not in files["exercises/course.toml"]


@pytest.mark.parametrize(
    ("track", "guides"),
    [
        ("course", {"README.md": "# Course\n"}),
        ("more", {"README.md": "# More\n"}),
        ("all", {"README.md": "# Course\n", "README.more.md": "# More\n"}),
    ],
)
def test_a_bundle_has_the_guide_of_its_tracks(track: str, guides: dict[str, str], two_tracks: Course) -> None:
    """That of one track alone is its README, whichever it is."""
    for name, text in (("README.md", "# Course\n"), ("README.more.md", "# More\n")):
        (two_tracks.root / "exercises" / name).write_text(text)
    files = bundled.course_files(two_tracks.track(track))

    assert {path.name: text.decode() for path, text in files.items() if path.name.startswith("README")} == guides


@pytest.mark.parametrize("command", [("notebook", "from", "exercises"), ("notebook", "build")])
def test_a_notebook_holds_the_track_that_is_asked_for(
    command: tuple[str, ...], two_tracks: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made from nothing or from modules."""
    monkeypatch.chdir(two_tracks.root)
    arguments = [*command, "--track", "more", "--course", str(two_tracks.root)]
    assert CliRunner().invoke(cli, arguments, standalone_mode=False).return_value in (0, None)

    (notebook,) = [*two_tracks.root.glob("work.ipynb"), *two_tracks.root.glob("notebooks/tiny.ipynb")]
    assert "ex02_running" in notebook.read_text()
    assert "ex01_total" not in notebook.read_text()


def test_a_call_of_another_track_is_found_without_naming_it(two_tracks: Course) -> None:
    """The exercise says which track is meant."""
    path = two_tracks.path("exercises", two_tracks.find("ex02"))
    path.write_text(HANDED_OUT.replace("return numbers\n", "return list(numbers)\n"))
    run = CliRunner().invoke(cli, ["call", "ex02", "--course", str(two_tracks.root)], standalone_mode=False)

    assert "running(" in run.stdout


def test_list_shows_the_track_that_is_asked_for(two_tracks: Course) -> None:
    """The course itself by default."""
    shown = {
        track: CliRunner().invoke(cli, ["list", "--course", str(two_tracks.root), *track], standalone_mode=False).output
        for track in ((), ("--track", "more"), ("--track", "all"))
    }

    assert "4 points in all" in shown[()]
    assert "ex02_running" not in shown[()]
    assert "ex01_total" not in shown["--track", "more"]
    assert "6 points in all" in shown["--track", "all"]
