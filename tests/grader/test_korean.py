"""A learner's session in Korean: no sentence stays English, the marks are the same, and columns stay aligned."""

import contextlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from grader.bundle import make_bundle
from grader.cli.commands import COMMANDS
from grader.cli.main import status_of
from grader.course.file import load_course
from grader.course.stubs import pristine_stub
from grader.course.translation import speak, with_translated_docstrings
from grader.language.width import columns, folded
from grader.messages import choose_language
from grader.notebook.build import built_notebooks
from grader.source.module import Source, parse

ROOT = Path(__file__).resolve().parents[2]
FOR_INSTRUCTORS = ("class", "bundle", "sync", "check", "new", "schema")
WORK = {
    "ex04_mse": "def mse_loss(pred, y):\n    return ((pred - y) ** 2).sum()\n",
    "ex08_training_loop": "import torch\n\n\ndef train(X, y, weight, bias, lr, epochs, log_every=100):\n"
    "    return weight, bias, [0.0] * epochs\n",
    "ex11_linear_layer": "def build_model(n_features, n_outputs)\n    return None\n",
    "ex13_train": "def train(inputs, targets, epochs, model, loss_fn, optimizer):\n    return model.weights\n",
}
# English that stays: not ours to translate
KEPT = (
    r"python -m grader [\w. -]*",  # commands
    r"\w*Error: .*",  # what Python and torch say of an exception
    r"Python이 읽을 수 없는 곳이 있습니다\..*",  # Python's own words for a syntax error
    r"(?:tcp|https?)://\S*",
    r"\b(?:run|show|notebook build|notebook from|notebook to)\b",  # names of commands
)
CODE = re.compile(r"`[^`]*`|^\s*(?:\S+ \| .*|\^+)$|.*[=(].*[)\]:,]\s*$|^.*\b(?:torch|result)\.\S+.*$", re.MULTILINE)
SENTENCE = re.compile(r"(?<![\w/.<=\"-])[A-Za-z][a-z']+ [a-z']+,? [a-z']+(?![\w=\"])")


def english_in(text: str) -> list[str]:
    """What reads like an English sentence, apart from code and from what is not ours."""
    for pattern in KEPT:
        text = re.sub(pattern, "", text, flags=re.MULTILINE)
    return [found[0] for found in SENTENCE.finditer(CODE.sub("", text))]


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints, on either stream, run in this process."""
    try:
        status_of([*arguments, "--lang", "ko"])
    finally:
        choose_language("en")
    captured = capsys.readouterr()
    return captured.out + captured.err


def grader(*arguments: str, folder: Path = ROOT, **variables: str) -> str:
    """What a command prints, on either stream."""
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1", **variables}
    command = [sys.executable, "-m", "grader", *arguments]
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True)
    return (done.stdout + done.stderr).decode(variables.get("PYTHONIOENCODING", "utf-8"), "replace")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Wrong work of several kinds, graded in both languages: the reports and documents by language."""
    folder = tmp_path_factory.mktemp("work")
    for name, code in WORK.items():
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
    found = {}
    for code in ("en", "ko"):
        json_file, html_file = folder / f"{code}.json", folder / f"{code}.html"
        files = ("--json", str(json_file), "--html", str(html_file))
        found[code] = grader("-s", str(folder), "--lang", code, *files, *WORK)
        found[f"{code} json"] = json_file.read_text(encoding="utf-8")
        found[f"{code} html"] = html_file.read_text(encoding="utf-8")
    return found


def test_a_report_has_no_english_sentence(graded: dict[str, str]) -> None:
    """Failed, an exception, a syntax error, a time limit: every sentence is in Korean."""
    assert english_in(graded["ko"]) == []


def test_a_page_has_no_english_sentence_and_says_its_language(graded: dict[str, str]) -> None:
    """Browsers choose fonts and break lines by it."""
    body = graded["ko html"].partition("<body>")[2]
    text = re.sub(r"<(code|pre)\b.*?</\1>|<[^>]+>", "\n", body, flags=re.DOTALL)
    assert '<html lang="ko">' in graded["ko html"]
    assert english_in(text) == []


def test_marks_are_the_same_in_both_languages(graded: dict[str, str]) -> None:
    """Statuses, points and the names of misconceptions do not depend on the language."""

    def marks(document: str) -> list[object]:
        rows = json.loads(document)["exercises"]
        tasks = [task for row in rows for task in row["tasks"]]
        named = [[one["misconception"] for one in task["failures"]] for task in tasks]
        return [[(task["id"], task["status"], task["points"]) for task in tasks], named]

    assert marks(graded["ko json"]) == marks(graded["en json"])
    assert (json.loads(graded["ko json"])["language"], json.loads(graded["en json"])["language"]) == ("ko", "en")


def test_the_columns_of_a_report_stay_aligned(graded: dict[str, str]) -> None:
    """Hangul takes two columns: what stands beside a label begins where it does in English."""

    def beginnings(report: str, labels: tuple[str, str, str]) -> set[int]:
        lines = [line for line in report.splitlines() if line.startswith(tuple(f"  {label} " for label in labels))]
        assert lines
        return {columns(line) - columns(line[2:].partition(" ")[2].lstrip()) for line in lines}

    korean = beginnings(graded["ko"], ("호출", "반환", "기대"))
    assert korean == beginnings(graded["en"], ("called", "returned", "expected"))
    assert len(korean) == 1


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in FOR_INSTRUCTORS])
def test_the_help_of_a_learners_command_is_korean(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Ours and click's own words."""
    text = said(capsys, command, "--help")
    assert "사용법" in text
    assert english_in(text.partition("\n")[2]) == []


@pytest.mark.parametrize("before", [True, False])
def test_the_help_of_the_whole_is_korean(before: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Wherever `--lang` stands: it lists the commands."""
    language = ("--lang", "ko")
    with contextlib.suppress(SystemExit):
        status_of([*language, "--help"] if before else ["--help", *language])
    choose_language("en")
    text = capsys.readouterr().out
    assert "사용법" in text
    assert "watch" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("hint", "4"),
        ("hint", "nothing"),
        ("hint", "4.nothing"),
        ("hint", "4", "none"),
        ("hitn", "4"),
        ("--nothing",),
        ("-s", "nowhere"),
        ("reset", "99", "--yes"),
        ("-s", "tests/pictures"),
        ("call", "4.nothing"),
    ],
    ids=" ".join,
)
def test_what_a_command_says_is_korean(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage too."""
    text = said(capsys, *arguments)
    assert re.search("[가-힣]", text)
    assert english_in(text) == []


def test_a_narrow_terminal_breaks_no_word() -> None:
    """Hangul counts double, and each piece is indented as the line is."""
    assert [*folded("  손실은 제곱의 평균입니다", 16)] == ["  손실은 제곱의", "  평균입니다"]


def test_a_console_without_hangul_gets_english_and_no_question_marks() -> None:
    """An ASCII terminal can show nothing else."""
    text = grader("hint", "4", GRADER_LANG="ko", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "hint 1 of" in text
    assert "??" not in text


@pytest.mark.parametrize("encoding", ["ascii", "cp949"])
def test_what_a_console_lacks_is_escaped(tmp_path: Path, encoding: str) -> None:
    """A learner's message, and a folder's name as macOS has it: readable, and no reason to stop."""
    folder = tmp_path / unicodedata.normalize("NFD", "과제")
    folder.mkdir()
    (folder / "ex04_mse.py").write_text("def mse_loss(pred, y):\n    raise ValueError('값 é')\n", encoding="utf-8")
    text = grader("4", "-s", str(folder), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert "0/8" in text
    assert "\\xe9" in text
    assert "??" not in text


@pytest.fixture
def _korean() -> object:
    yield
    choose_language("en")


@pytest.mark.usefixtures("_korean")
@pytest.mark.parametrize("number", range(13))
def test_a_stub_in_korean_is_a_stub(number: int) -> None:
    """Its sentences are Korean, its code is the same, and it counts as not attempted."""
    course = load_course(ROOT)
    english = pristine_stub(course, course.exercises[number])
    korean = speak(course, "ko")
    stub = pristine_stub(korean, korean.exercises[number])
    source = parse(korean.exercises[number].name, stub.encode())
    assert isinstance(source, Source)
    assert not any(map(source.is_attempted, korean.exercises[number].functions))
    assert [line for line in stub.splitlines() if line.startswith("def ")] == [
        line for line in english.splitlines() if line.startswith("def ")
    ]
    assert english_in(re.sub(r"^(from|import) .*$", "", stub, flags=re.MULTILINE)) == []
    assert max(map(columns, stub.splitlines())) <= 120


def test_a_stub_in_english_is_left_as_it_is() -> None:
    """What has no translation comes back, wrapped as it was."""
    course = load_course(ROOT)
    for exercise in course.exercises:
        stub = pristine_stub(course, exercise)
        assert with_translated_docstrings(stub) == stub


@pytest.mark.usefixtures("_korean")
def test_a_bundle_in_korean_has_pages_and_stubs_in_korean(tmp_path: Path) -> None:
    """And says so in course.toml, so that its learners need no option."""
    made = make_bundle(speak(load_course(ROOT), "ko"), tmp_path / "bundle").learners
    assert "평균제곱오차" in (made / "exercises" / "ex04_mse.md").read_text("utf-8")
    assert "](images/" in (made / "exercises" / "ex04_mse.md").read_text("utf-8")
    assert "반환하세요" in (made / "exercises" / "ex04_mse.py").read_text("utf-8")
    assert "시작하기" in (made / "README.md").read_text("utf-8")
    assert ">손실</text>" in (made / "exercises" / "images" / "ex05_autograd.svg").read_text("utf-8")
    assert load_course(made).language == "ko"


@pytest.mark.usefixtures("_korean")
def test_a_notebook_in_korean_has_the_same_cells() -> None:
    """Prose, stubs and checks in Korean; ids and code cells as in English."""
    english = json.loads(dict(built_notebooks(load_course(ROOT)))["ex04_mse.ipynb"])
    korean = json.loads(dict(built_notebooks(speak(load_course(ROOT), "ko")))["ex04_mse.ipynb"])
    assert [cell["id"] for cell in korean["cells"]] == [cell["id"] for cell in english["cells"]]
    prose = "\n".join("".join(cell["source"]) for cell in korean["cells"] if cell["cell_type"] == "markdown")
    assert "아래 코드 셀에 다음 함수를 작성하세요:" in prose
    assert "이 셀만으로 동작해야 합니다" in prose
    assert 'grader.check("ex04_mse", lang="ko")' in "".join(korean["cells"][-1]["source"])
