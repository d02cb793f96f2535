"""The committed catalogues, brought up to date with the English sentences by Babel.

A new English sentence gets an empty entry, a changed one keeps its old translation as "fuzzy", and entries that are no
longer used are removed.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from grader.course.file import Course
from grader.proof.sentences import Sentence, Wanted, wanted_catalogues

_WIDTH = 120
_HEADER = (
    "# What learners read, in {language}. Made by `python -m grader sync`; write only between the quotes of msgstr.\n#"
)


def stale_catalogues(course: Course) -> list[Path]:
    """The catalogues that are not in step with the English sentences."""
    return [one.path for one in wanted_catalogues(course) if _text_of(one.path) != _updated(one)]


def write_catalogues(course: Course) -> list[Path]:
    """Bring every catalogue up to date and return those that changed."""
    changed = []
    for one in wanted_catalogues(course):
        text = _updated(one)
        if _text_of(one.path) != text:
            one.path.parent.mkdir(parents=True, exist_ok=True)
            one.path.write_bytes(text)
            changed.append(one.path)
    return changed


def _text_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _updated(wanted: Wanted) -> bytes:
    catalogue = read_po(BytesIO(_text_of(wanted.path)), locale=wanted.language)
    catalogue.update(_template(wanted.sentences), update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = _HEADER.format(language=Locale.parse(wanted.language).get_language_name("en"))
    stream = BytesIO()
    write_po(stream, catalogue, width=_WIDTH, omit_header=True, sort_by_file=False)
    header = f'{catalogue.header_comment}\nmsgid ""\nmsgstr ""\n"Language: {wanted.language}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return header.encode() + stream.getvalue().rstrip(b"\n") + b"\n"


def _template(sentences: Iterable[Sentence]) -> Catalog:
    """The English sentences in the order in which they are met, each once, with the files that have it."""
    places: dict[str, list[str]] = {}
    for sentence in sentences:
        files = places.setdefault(sentence.text, [])
        if sentence.where not in files:
            files.append(sentence.where)
    template = Catalog()
    for text, files in places.items():
        template.add(text, locations=[(name, None) for name in files[:3]])  # type: ignore[misc]  # a file without a line is fine
    return template
