"""What teachers have, read into one hand-in a student."""

import io
import os
import stat
import struct
import tracemalloc
import unicodedata
import zipfile
from pathlib import Path

import pytest

from grader.cohort.intake.items import IntakeError
from grader.cohort.intake.names import file_stems
from grader.cohort.intake.read_class import Handin, Intake, read_class
from grader.cohort.intake.roster import read_roster
from grader.course.file import Course, load_course
from tests.benchmarks.make_class import ROOT, learners, students_of, write
from tests.grader.classes import RIGHT, STUB, write_class


def put(path: Path, content: bytes = RIGHT) -> Path:
    """Write a file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def handin(intake: Intake, student: str) -> Handin:
    """One student's."""
    return next(one for one in intake.handins if one.student == student)


def students(intake: Intake) -> list[str]:
    """The ids."""
    return [one.student for one in intake.handins]


def content(one: Handin) -> dict[str, bytes]:
    """What is graded, by name."""
    return {file.name: file.item.read(1000) for file in one.files}


def reasons(intake: Intake) -> str:
    """All remarks."""
    return "\n".join(f"{one.where}: {one.why}" for one in intake.remarks)


def test_a_folder_a_student_may_be_nested_and_hold_an_archive(tiny: Course, tmp_path: Path) -> None:
    """The work is found two folders deep, and in a zip; what tools keep is passed over."""
    put(tmp_path / "kim" / "homework" / "exercises" / "ex01_total.py")
    put(tmp_path / "kim" / "__pycache__" / "ex02_running.py")
    put(tmp_path / "kim" / ".venv" / "ex02_running.py")
    with zipfile.ZipFile(tmp_path / "lee.zip", "w") as archive:
        archive.writestr("lee/ex01_total.py", RIGHT)
        archive.writestr("__MACOSX/lee/._ex01_total.py", b"\0")

    intake = read_class(tiny, tmp_path)

    assert {student: [file.name for file in handin(intake, student).files] for student in students(intake)} == {
        "kim": ["ex01_total.py"],
        "lee": ["ex01_total.py"],
    }


def test_an_empty_folder_is_a_student_without_work(tiny: Course, tmp_path: Path) -> None:
    """It is listed, and says so."""
    (tmp_path / "kim").mkdir()
    put(tmp_path / "lee" / "ex01_total.py")

    assert handin(read_class(tiny, tmp_path), "kim").remark == "nothing handed in"


def test_moodles_names_are_taken_apart(tiny: Course, tmp_path: Path) -> None:
    """Folders and flat files of one participant are one hand-in; the number is kept for the worksheet."""
    put(tmp_path / "Ha Neul Kim_12345_assignsubmission_file_" / "ex01_total.py")
    put(tmp_path / "Ha Neul Kim_12345_assignsubmission_file_ex02_running.py", b"x = 1\n")

    (only,) = read_class(tiny, tmp_path).handins

    assert only.who.moodle == "12345"
    assert [file.name for file in only.files] == ["ex01_total.py", "ex02_running.py"]


def test_canvas_newest_resubmission_counts(tiny: Course, tmp_path: Path) -> None:
    """The suffix is taken off, lateness is kept, and one sentence says which file counts and why."""
    put(tmp_path / "kimhaneul_LATE_77_1001_ex01_total.py", b"old = 1\n")
    put(tmp_path / "kimhaneul_LATE_77_1002_ex01_total-1.py", b"newer = 1\n")
    put(tmp_path / "kimhaneul_LATE_77_1003_ex01_total-2.py", STUB)

    (only,) = read_class(tiny, tmp_path).handins

    assert only.late
    assert content(only) == {"ex01_total.py": STUB}
    assert only.notes[0].startswith("ex01_total: kimhaneul_LATE_77_1003_ex01_total-2.py counts")


def test_gradescopes_metadata_says_whose_it_is(tiny: Course, tmp_path: Path) -> None:
    """A group's work is that of each of them."""
    put(tmp_path / "export" / "submission_1" / "ex01_total.py")
    people = b"  - :name: Kim\n    :sid: '1'\n    :email: k@x\n  - :name: Lee\n    :sid: '2'\n    :email: l@x\n"
    put(tmp_path / "export" / "submission_metadata.yml", b"submission_1:\n  :submitters:\n" + people)

    assert students(read_class(tiny, tmp_path)) == ["1", "2"]


def test_clones_lose_what_they_all_begin_with(tiny: Course, tmp_path: Path) -> None:
    """The roster decides which hyphen belongs to the assignment and which to the student."""
    for user in ("ann-kim", "ann-lee"):
        put(tmp_path / f"mse-1-{user}" / ".git" / "HEAD")
        put(tmp_path / f"mse-1-{user}" / "exercises" / "ex01_total.py")
        put(tmp_path / f"mse-1-{user}" / "grader" / "__init__.py")
    roster = read_roster(put(tmp_path.parent / "roster.csv", b"login,team\nann-kim,A\nann-lee,B\n"))

    assert students(read_class(tiny, tmp_path, roster)) == ["ann-kim", "ann-lee"]


def test_composed_and_decomposed_names_are_one_student(tiny: Course, tmp_path: Path) -> None:
    """As a Mac and a PC write them."""
    put(tmp_path / unicodedata.normalize("NFC", "김하늘") / "ex01_total.py")
    put(tmp_path / unicodedata.normalize("NFD", "김하늘") / "ex02_running.py")

    (only,) = read_class(tiny, tmp_path).handins

    assert [file.name for file in only.files] == ["ex01_total.py", "ex02_running.py"]


def test_work_counts_before_the_stub(tiny: Course, tmp_path: Path) -> None:
    """Wherever the two lie."""
    put(tmp_path / "kim" / "ex01_total.py", STUB)
    put(tmp_path / "kim" / "exercises" / "ex01_total.py", RIGHT)

    (only,) = read_class(tiny, tmp_path).handins

    assert content(only) == {"ex01_total.py": RIGHT}
    assert only.notes[0].endswith("the other is the stub as it was given.")


def test_what_is_no_exercise_is_listed_with_the_reason(tiny: Course, tmp_path: Path) -> None:
    """Nothing is dropped silently."""
    put(tmp_path / "kim" / "ex01_total (1).py")
    put(tmp_path / "kim" / "ex1_total.py")
    put(tmp_path / "kim" / "notes.pdf")
    put(tmp_path / "stray.txt")
    intake = read_class(tiny, tmp_path)

    assert [file.name for file in handin(intake, "kim").files] == ["ex01_total.py"]
    assert reasons(intake).splitlines() == [
        "stray.txt: lies beside the submissions; whose it is cannot be told",
        "kim/ex1_total.py: no exercise has this name; is it meant to be ex01_total.py?",
        "kim/notes.pdf: neither a module nor a notebook",
    ]


@pytest.mark.skipif(os.name == "nt", reason="an ordinary user of Windows may not make links")
def test_links_are_not_followed(tiny: Course, tmp_path: Path) -> None:
    """Neither those to files nor those to folders."""
    secret = put(tmp_path / "elsewhere" / "ex02_running.py", b"secret = 1\n")
    put(tmp_path / "class" / "kim" / "ex01_total.py")
    (tmp_path / "class" / "kim" / "notes.txt").symlink_to(secret)
    (tmp_path / "class" / "kim" / "more").symlink_to(secret.parent)
    intake = read_class(tiny, tmp_path / "class")

    assert [file.name for file in handin(intake, "kim").files] == ["ex01_total.py"]
    assert reasons(intake).count("a link, which is not followed") == 2


def test_a_class_from_every_platform_at_once_is_read_as_it_was_handed_in(tmp_path: Path) -> None:
    """Whose every file is, and what is in it, for thirty students of the real course with all kinds of names."""
    course = load_course(ROOT)
    write(course, tmp_path, learners(course, 30, seed=3, distinct=True))
    intake = read_class(course, tmp_path / "class", read_roster(tmp_path / "roster.csv"))
    expected = {
        student: {path.name: path.read_bytes() for path in alone.iterdir()} for student, alone in students_of(tmp_path)
    }

    found = {one.student: {file.name: file.item.read(10**6) for file in one.files} for one in intake.handins}
    assert found == {**expected, "s99999": {}}


# ---- archives ----


def bad_zip(path: Path, name: str, data: bytes = RIGHT, mode: int = 0) -> Path:
    """An archive with an honest entry and one more."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("kim/ex02_running.py", RIGHT)
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return path


@pytest.mark.parametrize("name", ["../ex01_total.py", "/ex01_total.py", "kim/../../ex01_total.py", "C:\\ex01_total.py"])
def test_an_entry_that_leads_out_is_not_looked_at(tiny: Course, tmp_path: Path, name: str) -> None:
    """The rest of the archive is."""
    intake = read_class(tiny, bad_zip(tmp_path / "class.zip", name))

    assert [file.name for one in intake.handins for file in one.files] == ["ex02_running.py"]
    assert "leads out of the archive" in reasons(intake)


def test_a_link_in_an_archive_is_not_followed(tiny: Course, tmp_path: Path) -> None:
    """It is handed to grading as a link, which refuses it."""
    intake = read_class(tiny, bad_zip(tmp_path / "c.zip", "kim/ex01_total.py", b"/etc/passwd", stat.S_IFLNK | 0o777))

    assert [(file.name, file.item.kind) for one in intake.handins for file in one.files] == [
        ("ex01_total.py", "link"),
        ("ex02_running.py", "file"),
    ]


def test_a_bomb_is_not_unpacked(tiny: Course, tmp_path: Path) -> None:
    """Nor one in a student's own archive, where it costs nobody else's work."""
    put(tmp_path / "class" / "kim" / "ex01_total.py")
    bad_zip(tmp_path / "class" / "bomb.zip", "zeros", bytes(50_000_000))
    intake = read_class(tiny, tmp_path / "class")

    assert students(intake) == ["kim"]
    assert "bomb.zip: packed more than 200 to 1" in reasons(intake)


def test_a_list_of_files_without_end_is_not_read(tiny: Course, tmp_path: Path) -> None:
    """It takes ten times its length in memory, before there is an entry that could be refused."""
    put(tmp_path / "class" / "kim" / "ex01_total.py")
    length = 17 * 1024**2
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 60_000, 60_000, length, 0, 0)
    put(tmp_path / "class" / "long.zip", bytes(length) + end)
    intake = read_class(tiny, tmp_path / "class")

    assert "long.zip: cannot be read as a zip archive (the list of its files is longer than 16 MiB)" in reasons(intake)


def test_a_large_archive_takes_no_memory(tiny: Course, tmp_path: Path) -> None:
    """A student's, in the class's: 60 MB of it."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("video.mp4", bytes(60_000_000))
        archive.writestr("ex01_total.py", RIGHT)
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr("kim.zip", inner.getbuffer())
    del inner
    tracemalloc.start()
    intake = read_class(tiny, tmp_path / "class.zip")
    work, most = content(handin(intake, "kim")), tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert work == {"ex01_total.py": RIGHT}
    assert most < 8_000_000


def test_an_encrypted_archive_is_one_sentence(tiny: Course, tmp_path: Path) -> None:
    """It says what to do."""
    path = bad_zip(tmp_path / "class.zip", "kim/ex01_total.py")
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag in the central directory
    path.write_bytes(data)

    with pytest.raises(IntakeError, match="encrypted; ask for it without a password"):
        read_class(tiny, path)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_names_in_an_archive_may_be_in_an_old_code_page(tiny: Course, tmp_path: Path, encoding: str) -> None:
    """As Korean Windows writes them, and macOS, which does not say that it is UTF-8."""
    placeholder = "x" * len("김하늘".encode(encoding))
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{placeholder}/ex01_total.py", RIGHT)
        archive.writestr("lee/ex01_total.py", RIGHT)
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), "김하늘".encode(encoding)))

    assert students(read_class(tiny, path)) == ["lee", "김하늘"]


# ---- the roster ----


def test_the_roster_says_who_is_missing_and_who_is_nobody(tiny: Course, tmp_path: Path) -> None:
    """Its order and its columns are kept; a stranger is graded all the same, after the others."""
    write_class(tmp_path / "class", {"Lee Min": {"ex01_total.py": RIGHT}, "stranger": {"ex01_total.py": RIGHT}})
    text = "\ufeff이름;학번;반\r\n박지우;2;A\r\nLee Min;1;B\r\n"
    roster = read_roster(put(tmp_path / "roster.csv", text.encode()))
    intake = read_class(tiny, tmp_path / "class", roster)

    assert [(one.student, one.name, one.columns, one.remark) for one in intake.handins] == [
        ("2", "박지우", ("박지우", "A"), "nothing handed in"),
        ("1", "Lee Min", ("Lee Min", "B"), ""),
        ("stranger", "stranger", ("", ""), "not on the roster"),
    ]


def test_an_id_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    """Whose marks would it be?"""
    with pytest.raises(IntakeError, match="id 1 is there more than once"):
        read_roster(put(tmp_path / "roster.csv", b"id,name\n1,a\n1,b\n"))


def test_file_names_are_safe_short_and_nobody_elses() -> None:
    """Whatever a student is called."""
    names = ["kim", "Kim/..", "Kim\\..", "김하늘" * 70, "x" * 200, "CON", "..", "a b", "a_b", "=1+1", "é", "KIM"]
    stems = file_stems(names).values()

    assert len({stem.casefold() for stem in stems}) == len(names)
    assert all(len(stem.encode()) < 100 and "/" not in stem and not stem.startswith(".") for stem in stems)
