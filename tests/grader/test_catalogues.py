"""Catalogues are read as they are committed, and the language is chosen in a fixed order."""

from pathlib import Path

import pytest

from grader.language.choice import UnknownLanguageError, asked_on_command_line, chosen_language
from grader.language.po import read_catalogue
from grader.messages import _, choose_language

KNOWN = ("en", "ko")


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GRADER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_sentences_of_several_lines_and_escapes_are_read(tmp_path: Path) -> None:
    """A text may be broken into pieces, and hold quotes and line ends."""
    path = tmp_path / "a.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: ko\\n"\n\n#: a.py\nmsgid ""\n"one "\n"\\"two\\"\\n"\nmsgstr "둘\\n"\n', "utf-8"
    )
    assert read_catalogue(path) == {'one "two"\n': "둘\n"}


def test_doubtful_and_missing_translations_are_left_out(tmp_path: Path) -> None:
    """English says at least what is true now."""
    path = tmp_path / "a.po"
    path.write_text(
        '#, fuzzy\nmsgid "one"\nmsgstr "하나"\n\nmsgid "two"\nmsgstr ""\n\n#~ msgid "old"\n#~ msgstr "옛것"\n', "utf-8"
    )
    assert read_catalogue(path) == {}


def test_english_is_the_source_and_comes_back() -> None:
    """A language can be chosen and left again in one process."""
    choose_language("ko")
    korean = _("passed")
    choose_language("en")
    assert (korean, _("passed")) == ("통과", "passed")


def test_an_option_counts_before_environment_course_and_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for most closely wins."""
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert chosen_language(None, "", KNOWN) == "ko"
    assert chosen_language(None, "en", KNOWN) == "en"
    monkeypatch.setenv("GRADER_LANG", "ko")
    assert chosen_language(None, "en", KNOWN) == "ko"
    assert chosen_language("en", "ko", KNOWN) == "en"


def test_a_system_in_a_language_that_we_lack_gets_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told off for the language of their computer."""
    monkeypatch.setenv("LANG", "fi_FI.UTF-8")
    assert chosen_language(None, "", KNOWN) == "en"


def test_a_language_that_is_asked_for_by_a_wrong_name_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """`kr` is a country; whoever sets it would wonder about English."""
    monkeypatch.setenv("GRADER_LANG", "kr")
    with pytest.raises(UnknownLanguageError, match="GRADER_LANG: there are no messages in 'kr'; choose one of: en, ko"):
        chosen_language(None, "", KNOWN)


def test_a_console_that_cannot_show_hangul_gets_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Question marks help nobody."""

    class Ascii:
        encoding = "ascii"

    monkeypatch.setattr("sys.stdout", Ascii())
    assert chosen_language("ko", "", KNOWN) == "en"


@pytest.mark.parametrize("arguments", [["--lang", "ko", "4"], ["hint", "4", "--lang=ko"], ["run", "--lang", "ko"]])
def test_the_option_is_found_wherever_it_stands(arguments: list[str]) -> None:
    """Even a command line that is wrong is answered in its language."""
    assert asked_on_command_line(arguments) == "ko"
