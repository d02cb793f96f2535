"""Which language to use: from the option, the environment, the course or the system, if the console can show it."""

import os
import sys
from collections.abc import Collection, Sequence

ENGLISH = "en"
_VARIABLE = "GRADER_LANG"
_OF_THE_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts
_SAMPLE = {"ko": "한글"}  # what a console must be able to show


class UnknownLanguageError(Exception):
    """There are no messages in the language that is asked for; one sentence."""


def asked_on_command_line(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, wherever it stands: error messages need it before the command line is parsed."""
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _equals, value = argument.partition("=")
        if name == "--lang":
            return value or next(iter(arguments[at + 1 : at + 2]), None)
    return None


def chosen_language(asked: str | None, of_course: str, known: Collection[str]) -> str:
    """Return the language to speak: what is asked for, else the environment's, the course's, the system's, English.

    Args:
        asked: by an option; None where nothing was.
        of_course: what course.toml says; "" where it says nothing.
        known: the languages that there are.

    Raises:
        UnknownLanguageError: there are no messages in the language that is asked for.
    """
    for wanted, source in ((asked, "--lang"), (os.environ.get(_VARIABLE), _VARIABLE)):
        if wanted:
            if plain(wanted) not in known:
                sentence = f"{source}: there are no messages in {wanted!r}; choose one of: {', '.join(known)}"
                raise UnknownLanguageError(sentence)
            return shown_or_english(plain(wanted))
    for code in (plain(of_course), _of_the_system()):
        if code in known:
            return shown_or_english(code)
    return ENGLISH


def plain(code: str) -> str:
    """The language of a locale's name: "ko" for ko_KR.UTF-8 and for ko-KR."""
    return code.replace("-", "_").partition("_")[0].partition(".")[0].lower()


def _of_the_system() -> str:
    for name in _OF_THE_SYSTEM:
        if os.environ.get(name):
            return plain(os.environ[name])
    if sys.platform in ("win32", "darwin"):  # there the environment does not say
        import locale

        return plain(locale.getlocale()[0] or "").replace("korean", "ko")
    return ""


def shown_or_english(code: str) -> str:
    """The language, or English where the console cannot show its letters."""
    try:
        _SAMPLE.get(code, "").encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return ENGLISH
    return code
