"""The texts that a bundle is written from. They lie in `templates/` and are part of the package."""

import re
from importlib.resources import files

_PLACE = re.compile(r"@@([A-Z]+)@@")


def template(name: str, /, **values: str) -> str:
    """Return a template's text with every `@@NAME@@` replaced; raises KeyError if a value is missing."""
    text = (files("grader.bundle") / "templates" / name).read_text(encoding="utf-8")
    return _PLACE.sub(lambda match: values[match[1].lower()], text)
