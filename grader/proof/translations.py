"""What is missing or wrong in the translations of a course and of the grader: each one sentence, with its place.

A translation is compared with its English text in what no language changes: values that are put in, code, numbers,
formulas, headings. `glossary.toml`, beside the pages of a language, says which words are used and which are not.
"""

import io
import re
import string
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.file import Course
from grader.course.translation import COURSE_CATALOGUE
from grader.language.po import Entry, entries
from grader.messages import languages
from grader.proof.sentences import Wanted, wanted_catalogues

_CODE = re.compile(r"`+([^`]+)`+")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FORMULA = re.compile(r"\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL)
_WORDS_IN_FORMULA = re.compile(r"\\text\{[^}]*\}")
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
_HEADING = re.compile(r"^(#+) (.*)$", re.MULTILINE)
_TASK = re.compile(r"\d+\. `\w+`")
# both forms of a particle where nothing is put in, or in an order that nobody resolves
_BOTH_FORMS = re.compile(
    r"(?<![}'`\")\]])(?:을\(를\)|이\(가\)|은\(는\)|과\(와\)|으로\(로\)|이어야\(여야\))|\(으\)로|를\(을\)|는\(은\)|가\(이\)|와\(과\)"
)
_LETTERS = {"ko": re.compile("[가-힣]")}  # of a language that has its own
# a number that English may have as a word: two, a third, every hundredth
_WORDS_FOR = {*map(str, range(13)), "20", "100", "1000"}
# what is the same in both languages: code, names, and the words that the glossary leaves in Latin letters
_NO_WORDS = re.compile(r"\{[^}]*\}|`[^`]*`|^\w+: ")
_SAME_WORDS = {"shape", "float", "torch", "dtype", "n", "d", "k", "m"}


def translation_problems(course: Course) -> Iterator[str]:
    """Everything that is missing or wrong, in every language that the course has."""
    for code in languages()[1:]:
        folder = course.root / "exercises" / code
        if not folder.is_dir():
            continue
        glossary = _Glossary.read(folder / "glossary.toml")
        for wanted in wanted_catalogues(course):
            if wanted.language == code:
                yield from _catalogue_problems(wanted, course.root, glossary)
        yield from _page_problems(course, folder, glossary)


@dataclass(frozen=True)
class _Glossary:
    """Words that are not used and those to use instead; endings of another style; headings; what code looks for."""

    avoid: dict[str, str]
    endings: re.Pattern[str] | None
    headings: dict[str, str]
    sentences: dict[str, str]

    @classmethod
    def read(cls, path: Path) -> "_Glossary":
        content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        terms = {**content.get("terms", {}), **content.get("grader", {})}
        avoid = {word: term["ko"] for term in terms.values() for word in term.get("avoid", ())}
        endings = content.get("style", {}).get("endings_of_another")
        return cls(
            avoid,
            re.compile(endings) if endings else None,
            content.get("headings", {}),
            content.get("sentences", {}),
        )

    def problems(self, text: str) -> Iterator[str]:
        """The words of a translated text that should be others; code is left out."""
        prose = _CODE.sub("", text)
        for word, instead in self.avoid.items():
            # 잎 is no part of another word, and 추정 is one in 추정하다
            if re.search(rf"(?<![가-힣]){re.escape(word)}", prose):
                yield f"says {word}, where the glossary has {instead}"
        if self.endings is not None and (found := self.endings.search(prose)):
            yield f"ends a sentence in {found[0]!r}, which is another style than the glossary's"


# ---- catalogues ----


def _catalogue_problems(wanted: Wanted, root: Path, glossary: _Glossary) -> Iterator[str]:
    where = wanted.path.relative_to(root) if wanted.path.is_relative_to(root) else wanted.path
    found = {one.english: one for one in entries(wanted.path)} if wanted.path.is_file() else {}
    places = {sentence.text: sentence.where for sentence in wanted.sentences}
    for text, place in places.items():
        entry = found.get(text)
        if entry is None:
            yield f"{where}: does not have {_short(text)} ({place}). Run: python -m grader sync"
        elif not entry.text:
            yield f"{where}: {_short(text)} has no translation"
        elif entry.fuzzy:
            yield f"{where}: {_short(text)} has changed since it was translated"
        else:
            yield from (f"{where}: {_short(text)} {what}" for what in _entry_problems(entry, wanted.language, glossary))
    for text in found.keys() - places.keys():
        yield f"{where}: nobody says {_short(text)} any more. Run: python -m grader sync"


def _entry_problems(entry: Entry, code: str, glossary: _Glossary) -> Iterator[str]:
    english, text = entry.english, entry.text
    yield from _difference("values", _fields(english), _fields(text))
    yield from _difference("code", _code_in(english), _code_in(text))
    yield from _other_numbers(_without_fields(english), _without_fields(text))
    words = set(re.findall("[a-z]+", _NO_WORDS.sub("", english).lower())) - _SAME_WORDS
    if words and code in _LETTERS and not _LETTERS[code].search(text) and _fields(english) != [text]:
        yield "is still English"
    if _BOTH_FORMS.search(text):
        yield "leaves a particle open where no value stands before it"
    if english.endswith("\n") != text.endswith("\n") or english.startswith("\n") != text.startswith("\n"):
        yield "begins or ends with another number of line ends"
    yield from glossary.problems(text)


def _fields(text: str) -> list[str]:
    try:
        parsed = list(string.Formatter().parse(text))
    except ValueError:  # braces that are meant: a set in a hint
        return []
    shown = (f"{{{name}{':' + spec if spec else ''}}}" for _literal, name, spec, _conversion in parsed if name)
    return sorted(set(shown))


def _without_fields(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)


# ---- pages ----


def _page_problems(course: Course, folder: Path, glossary: _Glossary) -> Iterator[str]:
    names = [*dict.fromkeys(course.guide(track.name).name for track in course.tracks)]
    names += [f"{exercise.name}.md" for exercise in course.every_exercise]
    tasks = _task_headings(course, folder)
    for name in names:
        english, path = folder.parent / name, folder / name
        where = path.relative_to(course.root)
        if not path.is_file():
            yield f"{where}: is missing"
        elif english.is_file():
            texts = english.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")
            headings = glossary.headings | tasks
            yield from (f"{where}: {what}" for what in page_differences(*texts, headings, glossary.sentences))
            yield from (f"{where}: {what}" for what in glossary.problems(_FENCE.sub("", texts[1])))
            yield from (f"{where}: links to {link}, which is not there" for link in _broken_links(texts[1], folder))
    for path in sorted(folder.glob("*.md")):
        if path.name not in names:
            yield f"{path.relative_to(course.root)}: is the translation of no page"


def _task_headings(course: Course, folder: Path) -> dict[str, str]:
    """The headings of tasks, and what they should be: a report calls a task as its page does."""
    path = folder / COURSE_CATALOGUE
    titles = {one.english: one.text for one in entries(path) if one.text} if path.is_file() else {}
    return {
        f"{number}. `{task.id}`: {task.title}": f"{number}. `{task.id}`: {titles[task.title]}"
        for exercise in course.every_exercise
        for number, task in enumerate(exercise.tasks, start=1)
        if task.title in titles
    }


def page_differences(
    english: str, text: str, headings: dict[str, str] | None = None, sentences: dict[str, str] | None = None
) -> Iterator[str]:
    """In what a page differs from the English one, of all that should be the same in both.

    Args:
        english: the page in English.
        text: the page in another language.
        headings: what some headings are called in it.
        sentences: English pieces, and those that must be there in their place.
    """
    yield from _other_headings(_FENCE.sub("", english), _FENCE.sub("", text), headings or {})
    for number, (one, other) in enumerate(zip(_sections(english), _sections(text), strict=False)):
        at = f"section {number}, " if number else ""
        prose, other_prose = _FENCE.sub("", one), _FENCE.sub("", other)
        plain, other_plain = _FORMULA.sub("", prose), _FORMULA.sub("", other_prose)
        found = [
            *_difference("code", _code_in(plain), _code_in(other_plain)),
            *_difference("formulas", _formulas(prose), _formulas(other_prose)),
            *_difference("blocks of code", _blocks(one), _blocks(other)),
            *_other_numbers(_CODE.sub("", plain), _CODE.sub("", other_plain)),
        ]
        yield from (f"{at}{what}" for what in found)
    for piece, translated in (sentences or {}).items():
        if "FILE" not in piece and piece in english and translated not in text:
            yield f"does not say {translated!r}, as the English page says {piece!r}"


def _sections(text: str) -> list[str]:
    return re.split(r"^(?=#+ )", text, flags=re.MULTILINE)


def _other_headings(english: str, text: str, names: dict[str, str]) -> Iterator[str]:
    wanted, found = _HEADING.findall(english), _HEADING.findall(text)
    if [level for level, _title in wanted] != [level for level, _title in found]:
        yield f"has {len(found)} headings, and the English page {len(wanted)}, or they are of other levels"
        return
    for (_level, title), (_other, translated) in zip(wanted, found, strict=True):
        task = _TASK.match(title)
        if task is not None and not translated.startswith(task[0]):
            yield f"the heading {translated!r} should begin with {task[0]}"
        if title in names and translated != names[title]:
            yield f"the heading {translated!r} should be {names[title]!r}"


def _broken_links(text: str, folder: Path) -> Iterator[str]:
    for link in re.findall(r"\]\(([^)#:]+)[^)]*\)", _FENCE.sub("", text)):
        if link not in ("http", "https") and not (folder / link).exists():
            yield link


# ---- what no language changes ----


def _difference(what: str, wanted: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    missing, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    # the same piece may be said once more or less where the sentences are others
    lacking, extra = sorted(missing.keys() - set(found)), sorted(more.keys() - set(wanted))
    if lacking:
        yield f"lacks {what}: {', '.join(map(_short, lacking))}"
    if extra:
        yield f"has other {what}: {', '.join(map(_short, extra))}"


def _code_in(text: str) -> list[str]:
    return [" ".join(span.split()) for span in _CODE.findall(text)]


def _formulas(text: str) -> list[str]:
    """The formulas, without words and white space; what stands side by side in one of them counts as several."""
    shown = (_WORDS_IN_FORMULA.sub("", found).strip("$") for found in _FORMULA.findall(text))
    pieces = (re.sub(r"\s+", "", piece) for formula in shown for piece in re.split(r"\\q?quad", formula))
    return [piece for piece in pieces if piece]


def _blocks(text: str) -> list[str]:
    """The blocks of code; of Python, without comments."""
    return [_without_comments(code) if kind == "python" else code for kind, code in _FENCE.findall(text)]


def _without_comments(code: str) -> str:
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return re.sub(r"#.*", "", code)
    kept = (token.string for token in tokens if token.type not in (tokenize.COMMENT, tokenize.NL))
    return " ".join("".join(f"{one} " for one in kept).split())


def _other_numbers(english: str, text: str) -> Iterator[str]:
    wanted, found = _numbers(english), _numbers(text)
    lacking, extra = sorted(wanted - found), sorted(found - wanted - _WORDS_FOR)
    if lacking:
        yield f"lacks the numbers {', '.join(lacking)}"
    if extra:
        yield f"has other numbers: {', '.join(extra)}"


def _numbers(text: str) -> set[str]:
    return {found.rstrip(",").replace(",", "") for found in _NUMBER.findall(text)}


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= 60 else f"{flat[:57]}…")


def listed(problems: Iterable[str], most: int = 40) -> list[str]:
    """The first of many problems, and how many more there are."""
    found = list(problems)
    return found if len(found) <= most else [*found[:most], f"… and {len(found) - most} more"]
