"""Text that a learner's code chose is harmless wherever it is printed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.report.escape import (
    LONGEST_LINE,
    MOST_LINES,
    clipped,
    command_data,
    command_property,
    fenced,
    inline,
    logged,
    printable,
)

NASTY = [
    "::error::x",
    "##[error]x",
    "```",
    "~~~",
    "</details>",
    "<script>",
    "@everyone",
    "[a](b)",
    "%0A",
    "\n",
    "\r",
    " ",
]
NASTY += ["\x1b[2J", "\u202e", "\u2028", "\ufeff", "\x00", "`", "|", "*", "_", "\\", "#", "é", "한"]
texts = st.lists(st.sampled_from(NASTY) | st.text(max_size=5), max_size=12).map("".join)


@given(text=texts)
def test_nothing_invisible_is_left(text: str) -> None:
    """No control character, escape, reordering mark or surrogate."""
    assert all(unicodedata.category(one)[0] != "C" for one in printable(text) if one != "\n")


def test_what_was_cut_is_said() -> None:
    """In both directions."""
    shown = clipped("x" * 1_000_000 + "\n" * 1_000).split("\n")

    assert shown[0] == "x" * LONGEST_LINE + "… (999600 more characters)"
    assert len(clipped("x\n" * 1_000).split("\n")) == MOST_LINES + 1
    assert clipped("x\n" * 1_000).endswith("… (940 more lines)")


@given(text=texts)
def test_no_line_of_a_log_is_a_command(text: str) -> None:
    """GitHub's runner trims a line before it looks for `::`, and finds `##[` anywhere in it."""
    for line in logged(text).split("\n"):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


@given(text=texts)
def test_a_command_stays_one_line(text: str) -> None:
    """And a property does not end early."""
    assert not set(command_data(text)) & set("\r\n")
    assert not set(command_property(text)) & set("\r\n:,")


def test_a_command_says_what_it_should() -> None:
    """The runner undoes the escapes in the opposite order."""
    assert command_data("50%\nof ::all") == "50%25%0Aof ::all"


@given(text=texts)
def test_a_fence_holds_everything(text: str) -> None:
    """Rendered, it is one block of text; nothing gets out of it."""
    (block,) = MarkdownIt("commonmark").parse(f"{fenced(text)}\n")

    assert block.type == "fence"
    assert block.content == clipped(text) + "\n"


@given(text=texts)
def test_running_text_has_no_markup_but_code(text: str) -> None:
    """No tag, link, emphasis or heading, whatever is in it."""
    (paragraph,) = [token for token in MarkdownIt("commonmark").parse(f"x {inline(text)} x") if token.children]

    kinds = {token.type for token in paragraph.children or [] if token.content != "<!-- -->"}
    assert kinds <= {"text", "text_special", "code_inline"}


def test_code_in_running_text_stays_code() -> None:
    """And a name with underscores stays readable."""
    assert inline("Call `a_b * c` of ex01_total, 2 * (p - y)") == "Call `a_b * c` of ex01_total, 2 \\* (p - y)"
    assert inline("mail@example") == "mail@<!-- -->example"
