"""`check` lists what a translation lacks, and where it says something else than the English text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course.file import load_course
from grader.proof.catalogues import stale_catalogues, write_catalogues
from grader.proof.sentences import unmarked_sentences
from grader.proof.translations import page_differences, translation_problems

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "grader"

# rooms and files whose texts no learner reads, or that are no sentences
FOR_AUTHORS = {
    "proof": "what `check` lists, for authors",
    "bundle": "for instructors, who make bundles",
    "cohort": "for instructors, who grade a class",
    "isolation": "what a worker tries, by codes that doctor words",
    "worker": "it knows no languages; grader/testing/worker_words.py words what it says",
    "course/validation.py": "mistakes in course.toml, for authors",
    "course/start.py": "for authors",
    "course/catalogue.py": "for authors",
    "course/stubs.py": "about markers in solutions, for authors",
    "cli/author.py": "for authors",
    "cli/bundle.py": "for instructors",
    "cli/class_.py": "for instructors",
    "hosts/__init__.py": "for programs: a host that does not exist",
    "judge/plugin.py": "what a plain pytest says, for authors",
    "judge/examples.py": "never shown: it is an exception between two functions",
    "judge/collection.py": "a broken test file, for authors",
    "judge/run.py": "a broken test file, for authors",
    "judge/provenance.py": "a broken course, for authors",
    "drawing/course.py": "a broken tests/shows.py, for authors",
    "language/choice.py": "there is no language to say it in",
    "messages.py": "there is no language to say it in",
    "pipe/codec.py": "about frames, for developers",
    "pipe/fork_server.py": "never shown: another process is started instead",
    "pipe/processes.py": "code",
    "pipe/torch_parts.py": "patterns of Python's own messages",
    "diagnosis/agreement.py": "a pattern",
    "diagnosis/edits.py": "mistakes in tests/edits, for authors",
    "report/chart.py": "an assertion",
    "result/schema.py": "for programs",
    "source/decoding.py": "codes, which source/wording.py words",
    "source/indentation.py": "a pattern of Python's own messages",
    "testing/implementations.py": "a broken course, for authors",
    "testing/known_implementations.py": "a broken course, for authors",
    "testing/learner.py": "patterns of torch's own messages",
    "testing/program.py": "code",
    "testing/python_errors.py": "patterns of Python's own messages, and code",
    "testing/refusals.py": "patterns of the system's own messages",
    "testing/render.py": "a pattern of torch's own messages",
    "testing/torch_errors.py": "patterns of torch's own messages",
    "testing/values.py": "mistakes in tests, for authors",
    "testing/worker_words.py": "patterns of the worker's own texts",
    "session/doctor.py": "codes of the worker beside their words",
    "source/wording.py": "codes of the reader beside their words",
    "notebook/build.py": "a heading of the English page",
    "pipe/channel.py": "a frame of another call, for developers",
    "__init__.py": "Python's own words",
}


def _modules() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if name.as_posix() not in FOR_AUTHORS and name.parts[0] not in FOR_AUTHORS and "start_files" not in name.parts:
            yield path


@pytest.mark.parametrize("path", [*_modules()], ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_sentence_that_a_learner_reads_is_marked(path: Path) -> None:
    """A text of three words or more outside `_()` has no translation, so it would stay English."""
    assert list(unmarked_sentences(path)) == []


def test_the_repository_is_translated() -> None:
    """Nothing is missing, doubtful or at odds with its English text, in any catalogue and on any page."""
    assert list(translation_problems(load_course(ROOT))) == []


@pytest.fixture
def korean_course(tiny_copy: Path) -> Path:
    """The tiny course with an empty folder for Korean."""
    (tiny_copy / "exercises" / "ko").mkdir()
    return tiny_copy


def test_sync_puts_new_sentences_into_the_catalogues(korean_course: Path) -> None:
    """Each tree gets its own, and nothing is left to do afterwards."""
    course = load_course(korean_course)
    written = {path.relative_to(korean_course).as_posix() for path in write_catalogues(course)}
    assert "exercises/ko/course.po" in written
    assert stale_catalogues(course) == []


def test_what_has_no_translation_is_listed(korean_course: Path) -> None:
    """By its English words, with the catalogue."""
    course = load_course(korean_course)
    write_catalogues(course)
    assert any(f"{course.exercises[0].title!r} has no translation" in one for one in translation_problems(course))


def test_what_has_changed_in_english_is_doubtful(korean_course: Path) -> None:
    """An edit of a title leaves its translation behind; it is listed until somebody has looked."""
    course = load_course(korean_course)
    write_catalogues(course)
    path, title = korean_course / "exercises" / "ko" / "course.po", course.exercises[0].title
    path.write_text(
        path.read_text("utf-8").replace(f'msgid "{title}"\nmsgstr ""', f'msgid "{title}"\nmsgstr "제목"'), "utf-8"
    )
    toml = korean_course / "exercises" / "course.toml"
    toml.write_text(toml.read_text("utf-8").replace(f'title = "{title}"', f'title = "{title} again"'), "utf-8")
    changed = load_course(korean_course)
    write_catalogues(changed)
    assert any("has changed since it was translated" in one for one in translation_problems(changed))


@pytest.mark.parametrize(
    ("english", "korean", "problem"),
    [
        ("It is {count} times `x`.", "`x`의 배입니다.", "lacks values: '{count}'"),
        ("Use `mean`.", "`sum`을 쓰세요.", "lacks code: 'mean'"),
        ("With 3 samples.", "관측치 4개입니다.", "lacks the numbers 3"),
        ("The loss.", "The loss.", "is still English"),
        ("The loss of {name}.", "손실을(를) 봅니다 {name}.", "leaves a particle open"),
    ],
)
def test_a_translation_that_says_something_else_is_listed(
    korean_entry: "EntryCheck", english: str, korean: str, problem: str
) -> None:
    """Values, code, numbers and particles are compared."""
    assert any(problem in one for one in korean_entry(english, korean))


def test_a_sentence_in_another_style_is_listed(korean_course: Path, korean_entry: "EntryCheck") -> None:
    """The glossary says which endings belong to another style than its own."""
    glossary = (ROOT / "exercises" / "ko" / "glossary.toml").read_text("utf-8")
    (korean_course / "exercises" / "ko" / "glossary.toml").write_text(glossary, "utf-8")
    said = "ends a sentence in '요.'"
    assert any(said in one for one in korean_entry("Return the loss.", "손실을 반환해요."))
    assert not any(said in one for one in korean_entry("Return the mean.", "평균을 반환하세요."))


class EntryCheck:
    """Puts one sentence and its translation into a course, and lists what is wrong."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, english: str, korean: str) -> list[str]:
        """The problems of a course in which one title is this sentence."""
        toml = self._folder / "exercises" / "course.toml"
        course = load_course(self._folder)
        toml.write_text(toml.read_text("utf-8").replace(course.exercises[0].title, english), "utf-8")
        course = load_course(self._folder)
        write_catalogues(course)
        path = self._folder / "exercises" / "ko" / "course.po"
        text = path.read_text("utf-8")
        path.write_text(text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{korean}"'), "utf-8")
        return list(translation_problems(course))


@pytest.fixture
def korean_entry(korean_course: Path) -> EntryCheck:
    """A course in which one title can be translated."""
    return EntryCheck(korean_course)


PAGE = "# 01. Title\n\nText with `code` and 72.92, $a + b$.\n\n### 1. `mean`: Do it\n\n```python\nx = 1  # one\n```\n"


def test_a_faithful_page_has_no_differences() -> None:
    """Other words, other comments in code."""
    korean = (
        "# 01. 제목\n\n`code`와 72.92, $a + b$가 있습니다.\n\n### 1. `mean`: 하기\n\n```python\nx = 1  # 하나\n```\n"
    )
    assert list(page_differences(PAGE, korean)) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("72.92", "72.9"), "lacks the numbers 72.92"),
        (("$a + b$", "$a - b$"), "lacks formulas"),
        (("x = 1", "x = 2"), "lacks blocks of code"),
        (("`mean`", "`sum`"), "should begin with 1. `mean`"),
        (("### 1.", "## 1."), "headings"),
        (("`code`", "code"), "lacks code: 'code'"),
    ],
)
def test_a_page_that_differs_is_listed(change: tuple[str, str], problem: str) -> None:
    """Whatever no language changes is compared."""
    assert any(problem in one for one in page_differences(PAGE, PAGE.replace(*change)))
