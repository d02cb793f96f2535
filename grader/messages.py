"""Every sentence that a learner reads passes through `_()`; English is the source."""

from collections.abc import Mapping
from pathlib import Path

_LOCALES = Path(__file__).parent / "locale"
_CATALOGUE = "LC_MESSAGES/grader.po"


class _Language:
    """The chosen sentences. One per process: messages are made in many places and read by one learner."""

    sentences: Mapping[str, str] = {}
    code: str = "en"


def _(text: str) -> str:
    """Return `text` in the chosen language; by this name tools find the sentences for learners in the code."""
    return _Language.sentences.get(text, text)


translated = _  # for texts that are not literals in the call: a course's, or click's


def capital(text: str) -> str:
    """Return `text` as the beginning of an English sentence; code (`weight.grad`) stays as it is written."""
    first, _space, _rest = text.partition(" ")
    return text if _Language.code != "en" or set("._(") & set(first) else text[:1].upper() + text[1:]


def encodable(text: str) -> str:
    """Return `text` with undecodable bytes escaped, such as those of a path or an option that is not UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def language() -> str:
    """The code of the language that `_()` speaks."""
    return _Language.code


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue; English needs none."""
    return ("en", *sorted(path.parents[1].name for path in _LOCALES.glob(f"*/{_CATALOGUE}")))


def in_language(text: str) -> Path:
    """Where a longer text of the package lies: "a/README.md", or "a/README.ko.md" if that is the chosen language's."""
    path = Path(__file__).parent / text
    own = path.with_name(f"{path.stem}.{_Language.code}{path.suffix}")
    return own if own.is_file() else path


def choose_language(code: str, *catalogues: Path) -> None:
    """Make `_()` speak a language.

    Args:
        code: one of `languages()`.
        catalogues: with further sentences, as those of a course; one that is not there is passed over.

    Raises:
        ValueError: there is no such language, in one sentence.
    """
    if code not in languages():
        raise ValueError(f"there are no messages in {code!r}; choose one of: {', '.join(languages())}")
    sentences: dict[str, str] = {}
    if code != "en":
        from grader.language.po import read_catalogue

        for path in (_LOCALES / code / _CATALOGUE, *catalogues):
            if path.is_file():
                sentences |= read_catalogue(path)
    _Language.sentences, _Language.code = sentences, code
