"""The report as a page: complete, safe, and readable without colours, pictures or a network."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from grader.course.file import Course
from grader.report.html import code_spans, fragment, page, prose
from grader.report.svg import losses, predictions
from grader.report.telling import tell
from grader.result.evidence import Curve, Fit
from tests.grader.commands import Run
from tests.grader.conftest import Grade

HOSTILE = """
def total(numbers):
    print("</pre><script>alert(1)</script> \\x1b[31mred \\u202etxet")
    raise ValueError("<img src=x onerror=alert(1)>")
"""


class _Tags(HTMLParser):
    """All tags, and whether each one that opens is closed in order."""

    VOID = frozenset({"meta", "br", "img", "hr", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def words(text: str) -> str:
    """The text that a reader sees."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<style>.*?</style>", "", text)).split())


def test_a_page_says_what_the_terminal_says(grade_text: Grade, tiny: Course) -> None:
    """Marks, the call, what came back, what was expected, and the hints behind a fold."""
    shown = words(page(tell(grade_text(ex01="def total(numbers):\n    return 0.0"), tiny)))

    assert "0 / 10" in shown
    assert "called total(numbers)" in shown
    assert "returned 0.0 expected" in shown
    assert "hint 1 of 3 What is the total of no numbers?" in shown


def test_what_learners_write_stays_text(grade_text: Grade, tiny: Course) -> None:
    """No tag, no escape sequence and no mark that reorders text comes through."""
    text = page(tell(grade_text(ex01=HOSTILE), tiny))

    assert not {"script", "img"} & set(_Tags(text).seen)
    assert "\\u001b[31mred \\u202etxet" in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text


def test_a_page_is_well_formed(grade_text: Grade, tiny: Course) -> None:
    """Every tag that opens is closed."""
    assert _Tags(page(tell(grade_text(ex01=HOSTILE, ex02="def running(n"), tiny))).open == []


def test_a_page_loads_nothing(grade_text: Grade, tiny: Course) -> None:
    """No script, no style sheet, no picture, no font from elsewhere."""
    text = page(tell(grade_text(ex01=HOSTILE), tiny))

    assert not re.search(r"(src|href)=\"(?!#)", text)
    assert "url(" not in text


def test_a_status_is_told_in_words(grade_text: Grade, tiny: Course) -> None:
    """Not by colour alone."""
    document = grade_text(ex01="def total(numbers):\n    return float(sum(numbers))")
    shown = words(page(tell(document, tiny)))

    assert "The total ✓ passed 4 / 4" in shown


def test_a_fragment_about_one_exercise_lists_its_tasks(grade_text: Grade, tiny: Course) -> None:
    """And is no page."""
    text = fragment(tell(grade_text(ex02="def running(n):\n    return []"), tiny, ["ex02_running"]))

    assert "<html" not in text
    assert "Every total on the way 0 / 4" in words(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("use `X @ w` here", "use <code>X @ w</code> here"),
        ("``a`` and `b`", "<code>a</code> and <code>b</code>"),
        ("`<b>` <i>", "<code>&lt;b&gt;</code> &lt;i&gt;"),
        ("a lonely ` stays", "a lonely ` stays"),
    ],
)
def test_backticks_mark_code(text: str, shown: str) -> None:
    """As in the hints."""
    assert prose(text) == shown


def test_text_of_backticks_alone_is_cut_in_as_many_pieces_as_it_has_runs() -> None:
    """Each run is looked at once: twice the text has twice the pieces, whatever lengths the runs have."""
    pieces = [len(list(code_spans("".join("`" * length + "a" for length in range(1, most))))) for most in (200, 400)]
    paired = [len(list(code_spans("`a` " * count))) for count in (1000, 2000)]

    assert pieces == [1, 1]
    assert paired == [2001, 4001]


def test_the_command_writes_the_page(tmp_path: Path, run_here: Run) -> None:
    """Beside the report in the terminal."""
    done = run_here("--html", tmp_path / "report.html")

    assert done.returncode == 1
    assert (tmp_path / "report.html").read_text(encoding="utf-8").lstrip().startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_is_wrong_usage(tmp_path: Path, run_here: Run) -> None:
    """One sentence."""
    done = run_here("--html", tmp_path / "nowhere" / "report.html")

    assert done.returncode == 2
    assert "cannot be written" in done.stderr


# ---- pictures ----


def drawn(returned: list[float], expected: list[float]) -> str:
    """The picture of two histories."""
    return str(losses(Curve.of("5 epochs from <zero>", returned, expected)))


def test_losses_are_drawn_beside_the_exact_ones() -> None:
    """Two lines, told apart without colours, and said in words for who cannot see them."""
    picture = drawn([5, 4, 3, 2, 1], [5, 3, 2, 1, 0.5])

    assert _Tags(picture).seen.count("path") == 2
    assert "The loss of epoch 1 is 5, the exact one 5. The last: 1, exactly 0.5." in picture
    assert "Losses in 5 epochs from &lt;zero&gt;" in picture


def test_a_loss_that_is_no_number_leaves_a_gap() -> None:
    """The line goes on behind it."""
    picture = drawn([5, float("nan"), 3, float("inf"), 1], [5, 3, 2, 1, 0.5])
    (path,) = re.findall(r'class="returned"><path d="([^"]*)"', picture)

    assert path.count("M") == 3


@pytest.mark.parametrize("returned", [[], [1e30] * 9, [-5.0, 0.0, 5.0], [float("nan")] * 3])
def test_any_history_can_be_drawn(returned: list[float]) -> None:
    """Too short, too long, far away, or not a number at all."""
    paths = " ".join(re.findall(r'd="([^"]*)"', drawn(returned, [3, 2, 1])))
    numbers = [float(one) for one in re.findall(r"-?[0-9.]+", paths)]

    assert all(abs(one) < 10_000 for one in numbers)


@pytest.mark.parametrize("expected", [[], [1.0, 0.5], [0.0, 0.0, 0.0]])
def test_no_picture_where_it_would_not_help(expected: list[float]) -> None:
    """Too few epochs, or nothing but zeros."""
    assert drawn([1.0, 0.5], expected) == ""


def test_predictions_are_drawn_along_the_feature() -> None:
    """With the data, where the call had any."""
    fit = Fit.of([3, 1, 2], [60, 20, 40], [45, 15, float("inf")], [47.5, 17.5, 32.5])
    picture = str(predictions(fit))

    assert "At 1 you predict 15; exact is 17.5. At 3 you predict 45; exact is 47.5." in picture
    assert picture.count('class="data"') == 3


def test_nothing_is_drawn_along_a_feature_of_one_value() -> None:
    """There is no line."""
    assert predictions(Fit.of([2, 2], [], [1, 1], [3, 3])) == ""
