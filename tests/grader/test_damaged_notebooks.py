"""Notebooks as they come in: copied, split, merged, saved by other programs, broken. Each is graded, or explained."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.course.file import Course
from grader.judge.run import grade
from grader.notebook.build import as_text, build_notebook
from grader.pipe.pool import Workers
from grader.submission.finding import read_submission
from grader.submission.reader_process import Reader
from tests.grader.notebooks import Cell, code, prose

Notebook = dict[str, Any]
Damage = Callable[[Notebook], Notebook | bytes | None]  # changes the notebook, or returns what is saved instead

TOTAL = "ex01_total"
FULL = "10 of 10"
DAMAGES: list[tuple[Damage, str]] = []  # and what comes of each: full marks, or what is said instead


def comes_to(outcome: str) -> Callable[[Damage], Damage]:
    """Note a damage, and what comes of it."""

    def note(damage: Damage) -> Damage:
        DAMAGES.append((damage, outcome))
        return damage

    return note


def answer(document: Notebook, exercise: str = TOTAL) -> Cell:
    """The cell with the answer to an exercise."""
    cells: list[Cell] = document["cells"]
    return next(cell for cell in cells if cell.get("id") == f"{exercise}-work")


def place(document: Notebook) -> int:
    """Where the answer is."""
    return int(document["cells"].index(answer(document)))


def change(document: Notebook, before: str, after: str) -> None:
    """Replace a part of the answer."""
    cell = answer(document)
    assert before in cell["source"]
    cell["source"] = cell["source"].replace(before, after)


def saved(document: object) -> bytes:
    """The bytes of the file."""
    return json.dumps(document).encode()


# ---- cells moved about ----


@comes_to(FULL)
def nothing(document: Notebook) -> None:
    """As it was built, with the right answers."""


@comes_to(FULL)
def metadata_of_cells_lost(document: Notebook) -> None:
    for cell in document["cells"]:
        cell["metadata"] = {}


@comes_to(FULL)
def metadata_of_notebook_lost(document: Notebook) -> None:
    document["metadata"] = {}


@comes_to(FULL)
def metadata_is_nonsense(document: Notebook) -> None:
    document["metadata"] = [1, 2]
    for cell in document["cells"]:
        cell["metadata"] = {"grader": "nonsense", "tags": 5}


@comes_to(FULL)
def cells_in_reverse(document: Notebook) -> None:
    document["cells"].reverse()


@comes_to(FULL)
def answer_copied_below(document: Notebook) -> None:
    document["cells"].insert(place(document) + 1, copy.deepcopy(answer(document)))


@comes_to(FULL)
def answer_copied_and_the_copy_emptied(document: Notebook) -> None:
    document["cells"].insert(place(document) + 1, {**copy.deepcopy(answer(document)), "source": ""})


@comes_to(FULL)
def stub_copied_below_the_answer(document: Notebook) -> None:
    stub = "def total(numbers):\n    raise NotImplementedError"
    document["cells"].append({**copy.deepcopy(answer(document)), "source": stub})


@comes_to(FULL)
def answer_in_a_new_cell_above_the_stub(document: Notebook) -> None:
    text = answer(document)["source"]
    change(document, "return float(sum(numbers))", "raise NotImplementedError")
    document["cells"].insert(0, code(text))


@comes_to(FULL)
def answer_split_in_two(document: Notebook) -> None:
    change(document, "float(sum(numbers))", "_add(numbers)")
    helper = {**copy.deepcopy(answer(document)), "source": "def _add(numbers):\n    return float(sum(numbers))"}
    document["cells"].insert(place(document) + 1, helper)


@comes_to("Python cannot read work.ipynb, cell")
def answer_split_within_the_function(document: Notebook) -> None:
    head, tail = answer(document)["source"].split("    return")
    answer(document)["source"] = head.replace('"""Return the sum of the numbers."""', "")
    document["cells"].insert(place(document) + 1, code(f"    return{tail}", TOTAL))


@comes_to(FULL)
def answers_merged_into_one_cell(document: Notebook) -> None:
    second = answer(document, "ex02_running")
    answer(document)["source"] += "\n\n\n" + second["source"]
    document["cells"].remove(second)


@comes_to(FULL)
def answer_pasted_over_another_exercises_cell(document: Notebook) -> None:
    first, second = answer(document), answer(document, "ex02_running")
    first["source"], second["source"] = second["source"], first["source"]


@comes_to(FULL)
def everything_but_the_answers_deleted(document: Notebook) -> None:
    document["cells"] = [answer(document), answer(document, "ex02_running")]


@comes_to("ex01_total is missing: there is no function total in work.ipynb.")
def answer_deleted(document: Notebook) -> None:
    document["cells"].remove(answer(document))


@comes_to("work.ipynb, cell 5 holds the function total, but is no code cell. Make it one.")
def answer_made_markdown(document: Notebook) -> None:
    document["cells"][place(document)] = prose(answer(document)["source"])


@comes_to("work.ipynb has no function total. Keep the name that the stub has.")
def function_renamed(document: Notebook) -> None:
    change(document, "def total", "def my_total")


# ---- what notebooks hold besides ----


@comes_to(FULL)
def cells_that_try_things_out(document: Notebook) -> None:
    for text in ("raise SystemExit", "while True: pass", "open('/nothing')", "total = 5", "import nothing_like_this"):
        document["cells"].append(code(text))


@comes_to(FULL)
def unrelated_cells_that_python_cannot_read(document: Notebook) -> None:
    for text in ("this is no Python", "print 'two'", "def half(", "\0", "x = '" + "a" * 100):
        document["cells"].insert(0, code(text))


@comes_to(FULL)
def time_magic_over_the_answer(document: Notebook) -> None:
    change(document, "def total", "%%time\ndef total")


@comes_to(FULL)
def magics_and_shell_lines_around_the_answer(document: Notebook) -> None:
    lines = "!pip install -q torch\n%matplotlib inline\nfiles = !ls 'it'\nt = %timeit -o 1\ntotal?\nx = (5\n % 3)\n"
    change(document, "def total", f"{lines}def total")
    change(document, "    return", "    %time 1\n    return")


@comes_to(FULL)
def commands_without_a_sign(document: Notebook) -> None:
    change(document, "def total", "pip install torch\ncd ..\nls -l\ndef total")


@comes_to(FULL)
def other_languages(document: Notebook) -> None:
    for text in ("%%bash\nls -l | head", "%%html\n<b>5</b>", "%%javascript\nlet x = 5;"):
        document["cells"].insert(0, code(text))


@comes_to(FULL)
def top_level_await(document: Notebook) -> None:
    document["cells"].append(code("import asyncio\nawait asyncio.sleep(0)\nx = await asyncio.sleep(0)"))


@comes_to("Python cannot read work.ipynb, cell 5, line 6: expected ':'.")
def answer_with_a_syntax_error(document: Notebook) -> None:
    change(document, "-> float:", "-> float")
    change(document, "def total", "\n\ndef total")


@comes_to("work.ipynb, cell 5")
def answer_nested_without_end(document: Notebook) -> None:
    change(document, "float(sum(numbers))", "-" * 100_000 + "1")


@comes_to("source code string cannot contain null bytes")
def answer_with_a_null_byte(document: Notebook) -> None:
    change(document, "float(", "\0float(")


@comes_to("work.ipynb holds more than 256 KiB of code.")
def far_too_much_code(document: Notebook) -> None:
    document["cells"].append(code("x = 1\n" * 100_000))


# ---- saved by other programs ----


@comes_to(FULL)
def saved_by_colab(document: Notebook) -> None:
    document["nbformat_minor"] = 0
    document["metadata"] = {
        "colab": {"provenance": [], "gpuType": "T4"},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
        "accelerator": "GPU",
    }
    for cell in document["cells"]:
        cell["metadata"]["id"] = cell.pop("id")
        cell["source"] = cell["source"].splitlines(keepends=True)


@comes_to(FULL)
def saved_by_vs_code(document: Notebook) -> None:
    document["metadata"] = {"language_info": {"name": "python", "version": "3.12.1"}}
    for cell in document["cells"]:
        cell["metadata"] = {"vscode": {"languageId": cell["cell_type"]}}
        cell["source"] = cell["source"].splitlines(keepends=True)


@comes_to(FULL)
def minor_version_without_ids(document: Notebook) -> None:
    document["nbformat_minor"] = 2
    for cell in document["cells"]:
        del cell["id"]


@comes_to(FULL)
def format_as_a_text(document: Notebook) -> None:
    document["nbformat"] = "4"


@comes_to(FULL)
def format_3(document: Notebook) -> bytes:
    cells = []
    for cell in document["cells"]:
        kept = {"cell_type": cell["cell_type"], "metadata": {}}
        key = "input" if cell["cell_type"] == "code" else "source"
        cells.append({**kept, key: cell["source"].splitlines(keepends=True), "language": "python", "outputs": []})
    return saved({"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]})


@comes_to(FULL)
def byte_order_mark_and_windows_line_ends(document: Notebook) -> bytes:
    for cell in document["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")
    return b"\xef\xbb\xbf" + json.dumps(document, indent=1).replace("\n", "\r\n").encode()


@comes_to(FULL)
def not_a_number_in_an_output(document: Notebook) -> bytes:
    document["cells"][-1]["outputs"] = [{"output_type": "execute_result", "data": {"x": float("nan")}}]
    return saved(document)


@comes_to(FULL)
def a_large_picture_in_an_output(document: Notebook) -> None:
    document["cells"][-1]["outputs"] = [{"output_type": "display_data", "data": {"image/png": "A" * 4_000_000}}]


# ---- broken files ----


@comes_to(FULL)
def keys_missing_and_odd_cells(document: Notebook) -> None:
    for cell in document["cells"]:
        for key in ("outputs", "execution_count", "id"):
            cell.pop(key, None)
    document["cells"] += [None, "text", {}, {"cell_type": "code"}, {"cell_type": "new kind", "source": "x"}]
    document["cells"].append({"cell_type": "code", "source": {"not": "text"}, "metadata": None})


@comes_to(FULL)
def ids_used_twice(document: Notebook) -> None:
    for cell in document["cells"]:
        cell["id"] = "same"


@comes_to(FULL)
def half_a_character(document: Notebook) -> None:
    change(document, "Return the sum", "Return \ud800 the sum")


@comes_to("work.ipynb is longer than 32 MiB. Clear its outputs and save it again.")
def outputs_without_end(document: Notebook) -> bytes:
    return saved(document) + b" " * 32 * 1024 * 1024


@comes_to("work.ipynb is cut off: its last part is missing. Save or download the notebook again.")
def file_cut_off(document: Notebook) -> bytes:
    return saved(document)[:-200]


@comes_to("work.ipynb holds two versions that git could not merge (from line 2). Choose one of them.")
def git_conflict(document: Notebook) -> bytes:
    text = json.dumps(document, indent=1).splitlines()
    return "\n".join([text[0], "<<<<<<< HEAD", text[1], "=======", text[1], ">>>>>>> other", *text[2:]]).encode()


@comes_to("work.ipynb is empty. Save the notebook again.")
def empty_file(document: Notebook) -> bytes:
    return b"\n"


@comes_to("work.ipynb is a web page and no notebook. Download the notebook itself")
def web_page(document: Notebook) -> bytes:
    return b"<!DOCTYPE html><html><body>GitHub</body></html>"


@comes_to("work.ipynb is no notebook: line 1 is not JSON (Expecting value). Save it again with Jupyter.")
def script_called_notebook(document: Notebook) -> bytes:
    return b"def total(numbers):\n    return sum(numbers)\n"


@comes_to("work.ipynb is no notebook: it cannot be read as JSON. Save it again with Jupyter.")
def picture_called_notebook(document: Notebook) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\xff\xfe"


@comes_to("work.ipynb is no notebook: it cannot be read as JSON. Save it again with Jupyter.")
def brackets_without_end(document: Notebook) -> bytes:
    return b"[" * 200_000 + b"]" * 200_000


@comes_to("work.ipynb is no notebook: it holds no cells.")
def other_json(document: Notebook) -> bytes:
    return b'{"name": "package", "version": 1}'


@comes_to("work.ipynb is no notebook: it holds no cells.")
def list_of_cells(document: Notebook) -> bytes:
    return saved(document["cells"])


@comes_to("work.ipynb is a notebook of format 99, which this grader does not know. Save it as format 4.")
def format_of_the_future(document: Notebook) -> None:
    document["nbformat"] = 99


@comes_to("work.ipynb is a notebook in r. Choose a Python kernel for it.")
def other_kernel(document: Notebook) -> None:
    document["metadata"] = {"kernelspec": {"name": "ir", "language": "R"}, "language_info": {"name": "R"}}


@pytest.fixture(scope="module")
def right() -> str:
    """A built notebook with the right answers, as the text of its file."""
    from grader.course.file import load_course
    from tests.grader.conftest import TINY

    course = load_course(TINY)
    work = {one.name: (TINY / "solutions" / f"{one.name}.py").read_text().rstrip("\n") for one in course.exercises}
    return as_text(build_notebook(course, course.exercises, work))


@pytest.mark.parametrize(("damage", "outcome"), DAMAGES, ids=[damage.__name__ for damage, _outcome in DAMAGES])
def test_each_notebook_is_graded_or_explained(
    damage: Damage, outcome: str, right: str, tiny: Course, workers: Workers, reader: Reader, tmp_path: Path
) -> None:
    """Full marks where the work is there, and otherwise one sentence that says what to do."""
    document = json.loads(right)
    for cell in document["cells"]:
        cell["source"] = "".join(cell["source"])
    changed = damage(document)
    path = tmp_path / "work.ipynb"
    path.write_bytes(changed if isinstance(changed, bytes) else saved(document))
    result = grade(tiny, read_submission(tiny, path, tiny.exercises, reader), workers)
    row = result.exercise(TOTAL)
    said = [row.message or "", *(failure.message for task in row.tasks for failure in task.failures)]

    assert any(outcome in one for one in (f"{result.points} of {result.max_points}", *said)), said
    assert (result.points == result.max_points) == (outcome == FULL)
