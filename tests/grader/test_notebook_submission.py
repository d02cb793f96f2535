"""A notebook as a submission: which of its definitions make up an exercise's module."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.course.file import Course, load_course
from grader.pipe.pool import Workers
from grader.reader.notebook.magics import without_magics
from grader.source.module import Source, SourceProblem
from grader.submission.finding import SubmissionError, exercises_in, read_submission
from grader.submission.reader_process import Reader
from tests.grader.conftest import TINY
from tests.grader.notebooks import Cell, code, notebook, prose, save

ROOT = Path(__file__).resolve().parents[2]
RIGHT = "def total(numbers):\n    return float(sum(numbers))"
WRONG = "def total(numbers):\n    return 0.0"
STUB = 'def total(numbers):\n    """Add up."""\n    raise NotImplementedError("Add up.")'

Read = Callable[..., Source | SourceProblem]


@pytest.fixture
def read(tiny: Course, reader: Reader, tmp_path: Path) -> Read:
    """Read the cells of a notebook as the first exercise of the tiny course."""

    def reading(*cells: Cell | str, exercise: str = "ex01_total") -> Source | SourceProblem:
        return read_submission(tiny, save(tmp_path, notebook(*cells)), reader=reader).sources[exercise]

    return reading


def run(source: Source | SourceProblem) -> dict[str, Any]:
    """Run a module that a test put together, as the worker does."""
    assert isinstance(source, Source), source
    names: dict[str, Any] = {}
    exec(compile(source.content, source.filename, "exec"), names)
    return names


def total(source: Source | SourceProblem) -> float:
    """What the module's `total` makes of 1 and 2."""
    return float(run(source)["total"]([1, 2]))


def test_a_function_is_found_by_its_name(read: Read) -> None:
    """Whatever lies around it."""
    assert total(read(prose("# Totals"), "x = 1", RIGHT, "total([1, 2])")) == 3


def test_the_last_definition_counts(read: Read) -> None:
    """As in a kernel that ran the notebook from top to bottom."""
    assert total(read(WRONG, RIGHT)) == 3


def test_a_stub_never_takes_the_place_of_an_answer(read: Read) -> None:
    """An answer in a new cell above the stub is an answer."""
    assert total(read(RIGHT, code(STUB, "ex01_total"))) == 3


def test_a_marked_cell_comes_before_a_later_one(read: Read) -> None:
    """What is tried out elsewhere does not change the mark."""
    assert total(read(code(RIGHT, "ex01_total"), WRONG)) == 3


def test_it_is_said_when_a_later_definition_is_not_graded(tiny: Course, tmp_path: Path) -> None:
    """With both cells."""
    path = save(tmp_path, notebook(code(RIGHT, "ex01_total"), WRONG))

    assert read_submission(tiny, path).notes == (
        "work.ipynb: total is graded as cell 1 defines it; cell 2 defines it too.",
    )


def test_exploratory_code_is_never_run(read: Read) -> None:
    """Not even in the cell that holds the function."""
    source = read("raise SystemExit", f"{RIGHT}\nprint(total([1]))\nfor i in range(3):\n    raise SystemExit(i)")

    assert total(source) == 3


@pytest.mark.parametrize(
    "helper",
    [
        "START = 0.0",
        "START, STEP = 0.0, 1.0",
        "START: float = 0.0",
        "START = 5.0\nSTART -= 5",
        "OFFSETS = [3.0]\nOFFSETS[0] = 0.0\nSTART = OFFSETS[0]",
        "def helper():\n    return 0.0\n\nSTART = helper()",
        "class Config:\n    start = 0.0\n\nConfig.start = 0.0\nSTART = Config.start",
        "try:\n    import missing\nexcept ImportError:\n    START = 0.0",
        "from math import *\nSTART = sin(0)",
        "import math as m; m.nothing; START = m.sin(0)".replace("m.nothing; ", ""),
        "BASE = 0.0\nSTART = (lambda: BASE)()",
        "BASE = [0.0]\nSTART = max(x for x in BASE)",
    ],
)
def test_what_a_function_needs_comes_along(read: Read, helper: str) -> None:
    """Imports, constants, classes, helpers, and what they need themselves."""
    assert total(read(helper, "def total(numbers):\n    return sum(numbers, START)")) == 3


def test_what_a_function_does_not_need_stays_behind(read: Read) -> None:
    """A variable called like a parameter is not the parameter."""
    source = read("numbers = open('nothing like this')", "import nothing_like_this", RIGHT)

    assert total(source) == 3


def test_a_constant_may_stand_below_its_use(read: Read) -> None:
    """Cells were moved, and the kernel had run them in another order."""
    source = read("class Total(Base):\n    start = START\n\ntotal = lambda n: Total().add(n)", BASE, "START = 0.0")

    assert total(source) == 3


BASE = "class Base:\n    def add(self, numbers):\n        return sum(numbers, self.start)"


def test_two_functions_may_need_each_other(read: Read) -> None:
    """Without end, for who follows names carelessly."""
    source = read(
        "def total(numbers):\n    return step(numbers) if numbers else 0.0",
        "def step(numbers):\n    return numbers[0] + total(numbers[1:])",
    )

    assert total(source) == 3


def test_a_function_that_calls_itself_keeps_to_itself(read: Read) -> None:
    """Also if another definition was not chosen."""
    recursive = "def total(numbers):\n    return numbers[0] + total(numbers[1:]) if numbers else 0.0"

    assert total(read(code(recursive, "ex01_total"), WRONG)) == 3


def test_a_function_may_be_wrapped_by_hand(read: Read) -> None:
    """The wrapped one is needed, though it is not the last."""
    assert total(read("import functools", RIGHT, "total = functools.partial(total)")) == 3


def test_a_result_kept_under_the_functions_name_is_no_function(read: Read) -> None:
    """`total = total([1, 2])` is an experiment."""
    assert total(read(RIGHT, "total = total([1, 2])", "total = 5")) == 3


def test_a_future_import_comes_first(read: Read) -> None:
    """It may stand in any cell."""
    source = read("import math", "from __future__ import annotations", "def total(n: Undefined):\n    return sum(n)")

    assert total(source) == 3


def test_a_line_knows_its_cell(read: Read) -> None:
    """Reports say where, as the learner sees it."""
    helped = RIGHT.replace("sum", "math.fsum")
    source = read(prose("# Totals"), "import math\nx = 1", f"y = 2; START = 0.0\n\n\n{helped}")

    assert isinstance(source, Source)
    assert [source.place(line) for line in (1, 2, 3)] == [
        "work.ipynb, cell 2, line 1",
        "work.ipynb, cell 3, line 4",
        "work.ipynb, cell 3, line 5",
    ]


def test_an_exception_is_shown_with_its_cell(tiny: Course, workers: Workers, tmp_path: Path) -> None:
    """Cell and line, and the line itself."""
    from grader.judge.run import grade

    path = save(tmp_path, notebook("x = 1", "\ndef total(numbers):\n    return numbers[100]"))
    row = grade(tiny, read_submission(tiny, path), workers).exercise("ex01_total")

    assert row.tasks[0].failures[0].returned == (
        "IndexError: list index out of range\nwork.ipynb, cell 2, line 3:\n"
        "     3 | return numbers[100]\n                ^^^^^^^^^^^^"
    )


def test_a_marked_cell_without_the_function_is_told(tiny: Course, workers: Workers, tmp_path: Path) -> None:
    """As for a module in which the function has another name."""
    from grader.judge.run import grade

    path = save(tmp_path, notebook(code("def sum_up(numbers):\n    return 0", "ex01_total")))
    row = grade(tiny, read_submission(tiny, path), workers).exercise("ex01_total")

    assert row.message == "work.ipynb has no function total. Keep the name that the stub has."


def test_a_broken_answer_is_shown_with_its_cell(read: Read) -> None:
    """With a caret, as for a module."""
    assert read("x = 1", "def total(numbers)\n    return 1") == SourceProblem(
        "Python cannot read work.ipynb, cell 2, line 1: expected ':'.\n"
        "     1 | def total(numbers)\n                           ^"
    )


def test_a_broken_cell_elsewhere_costs_nothing(read: Read) -> None:
    """Nor does a broken older attempt."""
    assert total(read("this is no Python", "def total(numbers)", RIGHT)) == 3


def test_a_notebook_without_the_exercise_says_so(read: Read) -> None:
    """Which function is looked for, and where."""
    assert read(RIGHT, exercise="ex02_running") == SourceProblem(
        "ex02_running is missing: there is no function running in work.ipynb."
    )


def test_a_notebook_of_one_exercise_is_graded_for_that(tiny: Course, tmp_path: Path) -> None:
    """It says so itself, whatever it is called; or it has the exercise's name."""
    built = save(tmp_path, notebook(RIGHT, grader={"exercises": ["ex01_total"]}), "mine.ipynb")
    named = save(tmp_path, notebook(RIGHT), "ex01_total.ipynb")

    assert [list(read_submission(tiny, path).sources) for path in (built, named)] == [["ex01_total"]] * 2


# ---- folders ----


def test_a_folder_may_hold_a_notebook_for_each_exercise(tiny: Course, tmp_path: Path) -> None:
    """Named or not."""
    save(tmp_path, notebook(RIGHT), "a.ipynb")
    save(tmp_path, notebook("def running(n):\n    return []\n\n\ndef last(n):\n    return 0"), "b.ipynb")
    sources = read_submission(tiny, tmp_path).sources

    assert [source.filename for source in sources.values() if isinstance(source, Source)] == ["a.ipynb", "b.ipynb"]


def test_an_answer_in_a_notebook_beside_stubs_is_graded(tiny_copy: Path, tiny: Course) -> None:
    """The folder of exercises holds the stubs anyway."""
    save(tiny_copy / "exercises", notebook(RIGHT))
    source = read_submission(tiny, tiny_copy).sources["ex01_total"]

    assert isinstance(source, Source)
    assert source.filename == "work.ipynb"


def test_an_answer_in_a_module_comes_before_a_notebook(tiny: Course, tmp_path: Path) -> None:
    """The module is what was asked for first."""
    save(tmp_path, notebook(WRONG))
    (tmp_path / "ex01_total.py").write_text(RIGHT)

    assert total(read_submission(tiny, tmp_path).sources["ex01_total"]) == 3


def test_stubs_beside_a_notebook_of_stubs_are_stubs(tiny_copy: Path, tiny: Course) -> None:
    """Nothing is attempted, and the files are the stubs."""
    save(tiny_copy / "exercises", notebook(STUB))
    source = read_submission(tiny, tiny_copy).sources["ex01_total"]

    assert isinstance(source, Source)
    assert source.filename == "ex01_total.py"


def test_two_notebooks_with_the_same_exercise_are_told(tiny: Course, tmp_path: Path) -> None:
    """The one that is called like the exercise is graded."""
    save(tmp_path, notebook(WRONG), "a.ipynb")
    save(tmp_path, notebook(RIGHT), "ex01_total.ipynb")
    work = read_submission(tiny, tmp_path)

    assert total(work.sources["ex01_total"]) == 3
    assert work.notes == ("ex01_total is graded as ex01_total.ipynb has it; a.ipynb has it too.",)


def test_a_saved_file_tells_its_exercises(tiny: Course, tmp_path: Path) -> None:
    """Watch mode grades them again."""
    paths = [save(tmp_path, notebook(RIGHT)), TINY / "exercises" / "ex02_running.py", tmp_path / "notes.txt"]

    assert [[one.name for one in exercises_in(tiny, path)] for path in paths] == [["ex01_total"], ["ex02_running"], []]


def test_no_such_notebook_is_wrong_usage(tiny: Course, tmp_path: Path) -> None:
    """As for every other path."""
    with pytest.raises(SubmissionError, match="there is no such file"):
        read_submission(tiny, tmp_path / "nothing.ipynb")


# ---- two exercises that ask for a function of the same name ----

COURSE = load_course(ROOT)
LOOP = "def train(X, y, weight, bias, lr, epochs, log_every=100):\n    return 'loop'"
ANY = "def train(inputs, targets, epochs, model, loss_fn, optimizer):\n    return 'any'"
IN_OTHER_WORDS = "def train(a, b, c, d, e, f, log_every=5):\n    return 'loop'"
LAMBDA = "train = lambda X, y, epochs, m, f, o: 'any'"


def trained(folder: Path, exercise: str, *cells: Cell | str) -> object:
    """What the exercise's own `train` returns, given six things."""
    return run(read_submission(COURSE, save(folder, notebook(*cells))).sources[exercise])["train"](*range(6))


@pytest.mark.parametrize("cells", [(LOOP, ANY), (ANY, LOOP), (IN_OTHER_WORDS, LAMBDA), (LAMBDA, IN_OTHER_WORDS)])
def test_each_exercise_gets_its_own(tmp_path: Path, cells: tuple[str, ...]) -> None:
    """By the parameters of the stubs, if no cell is marked."""
    found = [trained(tmp_path, name, *cells) for name in ("ex08_training_loop", "ex13_train")]

    assert found == ["loop", "any"]


def test_a_mark_says_more_than_parameters(tmp_path: Path) -> None:
    """Names of parameters are free."""
    marked = code(LAMBDA, "ex08_training_loop")

    assert trained(tmp_path, "ex08_training_loop", marked, ANY) == "any"


def test_a_later_exercise_takes_nothing_from_an_earlier_one(tmp_path: Path) -> None:
    """Exercise 10 leans on the `train` of exercise 8, also when that of exercise 13 stands below."""
    fit = "def fit(features, targets, lr, epochs):\n    return train(features, targets, 0, 0, lr, epochs)"
    source = read_submission(COURSE, save(tmp_path, notebook(LOOP, fit, ANY))).sources["ex10_multi_output"]

    assert run(source)["fit"](1, 2, 3, 4) == "loop"


# ---- magics ----


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("!ls 'it\nx = 1", "pass\nx = 1"),
        ("if x:\n    %time y", "if x:\n    pass"),
        ("files = !ls", "files = None"),
        ("a, b = %timeit -o f()", "a, b = None"),
        ("%%time\nx = 1", "\nx = 1"),
        ("!pip install \\\n  torch\nx = 1", "pass\n\nx = 1"),
        ("f??\n?f\nf.x?", "pass\npass\npass"),
        ("pip install torch\ncd ..", "pass\npass"),
        ('s = """\n!not a command\n%nor this"""\n!ls', 's = """\n!not a command\n%nor this"""\npass'),
        ("x = (5\n % 3\n)\n%ls", "x = (5\n % 3\n)\npass"),
        ("x = 5 \\\n % 3\n!ls", "x = 5 \\\n % 3\npass"),
        ("x = '#' # it's\n!ls", "x = '#' # it's\npass"),
        ("time = 5\nls = [1]\nman.x = 2\n!ls", "time = 5\nls = [1]\nman.x = 2\npass"),
    ],
)
def test_only_what_python_cannot_read_is_replaced(text: str, plain: str) -> None:
    """Line by line, so that every line keeps its number."""
    assert without_magics(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "a:\n" * 20_000 + ")",
        " " * 60_000 + "x ]",
        "a." * 30_000 + "?!",
        "a[0]," * 12_000 + "= %",
        " " * 60_000 + "%%" + " " * 60_000,
        "pip" + " " * 60_000 + ")",
        "async" + " " * 60_000 + "def (",
    ],
    ids=["annotations", "spaces", "dots", "subscripts", "cell magic", "bare command", "async"],
)
def test_a_cell_for_a_slow_pattern_is_read_within_the_readers_time(read: Read, text: str) -> None:
    """Every pattern that sees learners' text takes linear time; a quadratic one would take these a minute and more."""
    assert total(read(RIGHT, text)) == 3
