"""Every sentence that a learner reads passes through `_()`; English is the source."""

import gettext
from pathlib import Path

_LOCALES = Path(__file__).parent / "locale"
_DOMAIN = "grader"


class _Language:
    """The chosen catalogue. One per process: messages are made in many places and read by one learner."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()
    code: str = "en"


def _(text: str) -> str:
    """Return `text` in the chosen language."""
    return _Language.catalogue.gettext(text) if text else ""


def capital(text: str) -> str:
    """Return `text` as the beginning of a sentence; code (`weight.grad`, `grad_bias`) stays as it is written."""
    first, _space, _rest = text.partition(" ")
    return text if set("._(") & set(first) else text[:1].upper() + text[1:]


def encodable(text: str) -> str:
    """Return `text` with what is no character escaped: bytes of a path or an option that are not UTF-8, for one."""
    return text.encode("utf-8", "backslashreplace").decode()


def language() -> str:
    """The code of the language that `_()` speaks."""
    return _Language.code


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue; English needs none."""
    found = (path.parent.parent.name for path in _LOCALES.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    return ("en", *sorted(found))


def choose_language(code: str) -> None:
    """Make `_()` speak the language; raises ValueError with one sentence when there is no catalogue for it."""
    if code not in languages():
        raise ValueError(f"there are no messages in {code!r}; choose one of: {', '.join(languages())}")
    _Language.catalogue = gettext.translation(_DOMAIN, str(_LOCALES), [code], fallback=code == "en")
    _Language.code = code
