"""What a class is told: gradebooks that spreadsheets can open, and pages in which nobody's name is a tag."""

import csv
import html.parser
from pathlib import Path

import pytest

from grader.cohort.gradebook import cell
from grader.cohort.run import ClassRun
from grader.course.file import load_course
from tests.grader.classes import RIGHT, WORK, run_class, write_class
from tests.grader.conftest import TINY

EVIL = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http:evil","x")'


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class in which two students are called as whoever means harm is."""
    folder = tmp_path_factory.mktemp("class")
    raising = f"def total(numbers):\n    raise ValueError({EVIL!r})\n".encode()
    work = {
        FORMULA: {"ex01_total.py": RIGHT},
        EVIL: {"ex01_total.py": raising, "=1+1.txt": b"", f"{EVIL}.py": b""},
        "Kim_77_assignsubmission_file_": {"ex01_total.py": RIGHT},
        "hidden": {"ex01_total.py": b"# the secret of one student\ndef total(numbers):\n    return 'secret-of-one'\n"},
        **{name: WORK[name] for name in ("mean", "stub")},
    }
    run: ClassRun = run_class(load_course(TINY), write_class(folder / "submissions", work), folder / "out")
    assert not run.not_judged
    return folder / "out"


@pytest.mark.parametrize("name", ["gradebook.csv", "canvas.csv", "moodle.csv"])
def test_no_cell_begins_a_formula(out: Path, name: str) -> None:
    """Whatever students are called and their code raises."""
    with (out / name).open(encoding="utf-8-sig", newline="") as file:
        cells = [one for row in csv.reader(file) for one in row]

    assert cells
    assert not [one for one in cells if one.startswith(("=", "+", "@", "\t", "\r")) or (one[:1] == "-" and one != "-")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("\t=1", "'=1"),
        ("a;=1", "a;'=1"),
        ("two\nlines", "two lines"),
        ("plain, text", "plain, text"),
    ],
)
def test_a_cell_is_shown_as_it_is(text: str, shown: str) -> None:
    """Behind a quotation mark where a spreadsheet would compute, also where it splits a line at other characters."""
    assert cell(text) == shown


def test_excel_sees_that_the_gradebook_is_utf_8(out: Path) -> None:
    """By the mark at its beginning."""
    assert (out / "gradebook.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_canvas_and_moodle_get_the_columns_that_they_look_for(out: Path) -> None:
    """Canvas: Student and ID first, Section last before the assignment. Moodle: the participant and the grade."""
    with (out / "canvas.csv").open(encoding="utf-8", newline="") as file:
        header, possible, *_students = csv.reader(file)
    with (out / "moodle.csv").open(encoding="utf-8", newline="") as file:
        (kim,) = csv.DictReader(file)

    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "A tiny course"]
    assert (possible[0].strip(), possible[-1]) == ("Points Possible", "10")
    assert (kim["Identifier"], kim["Grade"]) == ("Participant 77", "4")


class Tags(html.parser.HTMLParser):
    """The names of all tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # not of interest
        """Keep the name."""
        self.found.add(tag)


def test_no_page_has_markup_of_a_students(out: Path) -> None:
    """Neither the class's nor anybody's feedback."""
    for page in (out / "class.html", *out.glob("feedback/*.html")):
        tags = Tags()
        tags.feed(page.read_text(encoding="utf-8"))
        assert not tags.found & {"img", "script", "iframe", "object"}, page.name


def test_feedback_holds_nothing_of_another_student(out: Path) -> None:
    """Each is made from one document."""
    with_secret = [path.name for path in out.glob("feedback/*") if "secret-of-one" in path.read_text(encoding="utf-8")]
    named = {path.name for path in out.glob("feedback/*") if "hidden" in path.name}

    assert set(with_secret) == named


def test_the_page_tells_the_misconception_of_this_class(out: Path) -> None:
    """With its diagnosis and who makes it."""
    page = (out / "class.html").read_text(encoding="utf-8")

    assert "The mean is returned." in page[page.index("Misconceptions of this class") :]


def test_everything_that_was_not_used_is_listed(out: Path) -> None:
    """In a file, all of it."""
    assert "=1+1.txt: neither a module nor a notebook" in (out / "intake.txt").read_text(encoding="utf-8")
