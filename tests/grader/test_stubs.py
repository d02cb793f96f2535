"""Stubs: made from solutions, and never over somebody's work."""

from pathlib import Path

import pytest

from grader.course.file import load_course
from grader.course.stubs import StubError, make_stub, reset_stub, stale_stubs, write_stubs
from grader.result.writing import WriteError

GOOD = '''"""Module."""

import math


def area(radius: float) -> float:
    """Return the area of a circle.

    Args:
        radius: in metres.
    """
    # BEGIN SOLUTION
    return math.pi * radius**2
    # END SOLUTION
'''


def test_signature_types_and_docstring_stay() -> None:
    """Only the body goes, and the summary says what to do."""
    stub = make_stub(GOOD, "ex.py")

    assert stub == GOOD.replace(
        "    # BEGIN SOLUTION\n    return math.pi * radius**2\n    # END SOLUTION\n",
        '    raise NotImplementedError("Return the area of a circle.")\n',
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("    # END SOLUTION\n", ""), "line 12: # BEGIN SOLUTION is never closed"),
        (("    # BEGIN SOLUTION\n", ""), "line 13: # END SOLUTION without"),
        (("    return math.pi * radius**2\n", ""), "line 12: the block is empty"),
        (("    return", "    # BEGIN SOLUTION\n    return"), "line 13: # BEGIN SOLUTION inside the block"),
        (("# BEGIN SOLUTION", "x = 1  # BEGIN SOLUTION"), "line 12: a marker must stand alone"),
        (("    # BEGIN", "    radius += 1\n    # BEGIN"), "line 13: a block should hold the whole body"),
        (("    return math.pi * radius**2", "    return ("), "line 13"),
    ],
    ids=["unclosed", "unopened", "empty", "nested", "not alone", "half a body", "no Python"],
)
def test_markers_that_cannot_be_understood_are_named(change: tuple[str, str], said: str) -> None:
    """With file and line."""
    with pytest.raises(StubError, match=r"^ex\.py, ") as raised:
        make_stub(GOOD.replace(*change), "ex.py")

    assert said in str(raised.value)


def test_a_solution_without_markers_is_refused() -> None:
    """Its stub would be the solution."""
    with pytest.raises(StubError, match="there is no # BEGIN SOLUTION"):
        make_stub("def f():\n    return 1\n", "ex.py")


def test_a_changed_solution_makes_its_stub_stale(tiny_copy: Path) -> None:
    """Also when only a docstring changed."""
    course = load_course(tiny_copy)
    path = tiny_copy / "solutions" / "ex01_total.py"
    path.write_text(path.read_text().replace("Return the sum", "Return the whole sum"))

    assert stale_stubs(course) == [tiny_copy / "exercises" / "ex01_total.py"]
    assert write_stubs(course) == [tiny_copy / "exercises" / "ex01_total.py"]
    assert stale_stubs(course) == []


def test_sync_refuses_where_there_are_no_solutions(tiny_copy: Path) -> None:
    """As in a learner's folder."""
    (tiny_copy / "solutions").rename(tiny_copy / "gone")

    with pytest.raises(StubError, match="no solutions here"):
        write_stubs(load_course(tiny_copy))


def test_sync_never_writes_over_work(tiny_copy: Path) -> None:
    """Not even where the solutions are."""
    work = tiny_copy / "exercises" / "ex01_total.py"
    work.write_text("def total(numbers):\n    return sum(numbers)\n")

    with pytest.raises(StubError, match="somebody has worked"):
        write_stubs(load_course(tiny_copy))
    assert "return sum" in work.read_text()


def test_reset_keeps_what_was_there(tiny_copy: Path) -> None:
    """Twice, under two names."""
    course = load_course(tiny_copy)
    exercise = course.exercises[0]
    path = course.path("exercises", exercise)
    backups = []
    for text in ("first = 1\n", "second = 2\n"):
        path.write_text(text)
        backups.append(reset_stub(course, exercise))

    assert [backup.read_text() for backup in backups if backup] == ["first = 1\n", "second = 2\n"]
    assert "NotImplementedError" in path.read_text()


def test_a_reset_that_cannot_write_leaves_the_work_where_it_was(
    tiny_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk, where the stub does not fit any more."""
    course = load_course(tiny_copy)
    path = course.path("exercises", course.exercises[0])
    path.write_text("mine\n")

    def full(*_args: object, **_options: object) -> None:
        raise WriteError(f"{path}: cannot be written (No space left on device)")

    monkeypatch.setattr("grader.course.stubs.write_file", full)

    with pytest.raises(WriteError):
        reset_stub(course, course.exercises[0])
    assert path.read_text() == "mine\n"
    assert not [*path.parent.glob("*.backup-*")]
