"""Slips of beginners: each is told as what it is, with the line to change."""

import pytest

from grader.source.module import SourceProblem, parse
from tests.grader.conftest import Grade
from tests.grader.test_judge import RIGHT_2


def said_of(grade_text: Grade, text: str) -> str:
    """All that a report has to say about this module as the first exercise, but for the calls."""
    row = grade_text(text, RIGHT_2).exercises[0]
    failures = [failure.message for task in row.tasks for failure in task.failures[:1]]
    return "\n".join([row.message or "", *failures])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("def f(x):\n    a = 1\n      b = 2\n", "     2 |     a = 1\n     3 |       b = 2"),
        ("def f(x):\n\tif x:\n        return 1\n", "     2 | →   if x:\n     3 |         return 1\nAn arrow is a tab."),
        ("def f(x):\n    for i in x:\n    # add\n    a = 1\n", "     2 |     for i in x:\n     4 |     a = 1"),
    ],
    ids=["too far right", "tab", "no block"],
)
def test_a_mistake_of_indentation_can_be_seen(text: str, quoted: str) -> None:
    """The line is shown with what stands before it, below the line of code above it."""
    problem = parse("ex01_total", text.encode())

    assert isinstance(problem, SourceProblem)
    assert quoted in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "def total(numbers):\n    raise NotImplementedError('Add up.')\n    return sum(numbers)\n",
        "def total(numbers):\n    result = sum(numbers)\n    raise NotImplementedError('Add up.')\n",
    ],
    ids=["above the work", "below the work"],
)
def test_the_stubs_line_beside_work_is_named(grade_text: Grade, text: str) -> None:
    """The exercise is attempted, and the line has to go."""
    assert grade_text(text, RIGHT_2).exercises[0].status == "failed"
    line = text.split("\n").index("    raise NotImplementedError('Add up.')") + 1
    assert f"Line {line} is still there from the stub" in said_of(grade_text, text)


def test_a_stub_below_the_work_is_named(grade_text: Grade) -> None:
    """Python uses the last definition, so the work above it never runs."""
    text = "def total(numbers):\n    return sum(numbers)\n\n\ndef total(numbers):\n    raise NotImplementedError\n"

    assert "your work in line 1, and the stub in line 5" in said_of(grade_text, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def totl(numbers):\n    return 0\n", "It has totl: rename it to total."),
        ("def Total(numbers):\n    return 0\n", "It has Total: rename it to total."),
        ("def add(numbers):\n    return 0\n", "It defines add. Keep the name that the stub has."),
        ("class Work:\n    def total(self, numbers):\n        return 0\n", "The one in line 2 belongs to Work"),
        ("result = 3\n", "It defines none"),
        ("", "There is no code in ex01_total.py."),
        ('"""The total."""\n\n# later\n', "There is no code in ex01_total.py."),
    ],
)
def test_a_missing_function_is_looked_for(grade_text: Grade, text: str, said: str) -> None:
    """What is there in its place is named, and nothing is said to have been called."""
    row = grade_text(text, RIGHT_2).exercises[0]

    assert row.status == "error"
    assert said in (row.message or "")


def body(line: str, above: str = "import torch") -> str:
    """A module whose function does this."""
    return f"{above}\n\n\ndef total(numbers):\n    x = torch.ones(2, 2)\n    {line}\n    return x\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("torch.randn(3, 2, require_grad=True)", "randn has no argument require_grad; did you mean requires_grad?"),
        ("torch.tensor([1.0], dtyp=x.dtype)", "tensor has no argument dtyp; did you mean dtype?"),
        ("x.mean(axes=0)", "mean has no argument axes; did you mean dim?"),
        (
            "torch.nn.Linear(in_feature=2, out_features=3)",
            "Linear has no argument in_feature; did you mean in_features?",
        ),
        ("sorted([1], revers=True)", "did you mean reverse?"),
        ("np.ones(2)", "Add this line at the top: import numpy as np"),
        ("nn.Linear(2, 3)", "If the exercise's page allows it, add this line at the top: from torch import nn"),
        ("torch.zeros(2, dtype=float32)", "Write torch.float32."),
        ("running(numbers)", "running is written in ex02_running, and each file stands alone: write it here again."),
        ("x @ nubmers", "Did you mean numbers?"),
        ("x.shpae", "Did you mean shape?"),
        ("torch.rand_n(3)", "Did you mean randn?"),
        ("x @ zzz_else", "Nothing gives zzz_else a value"),
        ("(x - 2) ^ 2", "write ** 2"),
        ("2.0 ^ 2", "write ** 2"),
        ("x.sum().item().backward()", "call backward() on the tensor, and .item() only after it"),
        ("x - 0.1 * x.grad", ".grad is None until backward() has been called"),
        ("torch.optim.SGD(torch.nn.Linear(2, 2).parameters, lr=0.1)", "brackets are missing behind it"),
        ("1 / range(0, 10)", "what stands between for and in"),
        ("torch.mean([2.0])", "mean needs a tensor here and is given a Python list"),
    ],
)
def test_a_beginners_exception_is_explained(grade_text: Grade, line: str, said: str) -> None:
    """In a sentence that says what to change."""
    assert said in said_of(grade_text, body(line))


def test_what_torch_declares_of_its_functions_is_not_shown(grade_text: Grade) -> None:
    """Hundreds of characters in another language."""
    row = grade_text(body("torch.randn(3, 2, require_grad=True)"), RIGHT_2).exercises[0]

    assert "Generator" not in row.tasks[0].failures[0].returned


def test_a_torch_that_is_not_imported_is_told_at_import_too(grade_text: Grade) -> None:
    """A line at the top of the module runs before any function."""
    text = "torch.manual_seed(0)\n\n\ndef total(numbers):\n    return sum(numbers)\n"

    assert "Add this line at the top: import torch" in said_of(grade_text, text)


def test_an_endless_loop_is_named(grade_text: Grade) -> None:
    """With its condition, which nothing in the loop ends."""
    text = "def total(numbers):\n    i = 0\n    while i < len(numbers):\n        x = numbers[i]\n    return x\n"

    assert "Line 3 repeats as long as `i < len(numbers)` holds" in said_of(grade_text, text)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("numbers = [1.0]\n    return sum(numbers)", "Line 2 gives numbers another value, so the one of the call is"),
        ("result = sum(numbers)", "The function has no return"),
        ("for x in numbers:\n        return x + 7", "The return in line 3 is inside the loop"),
        ("result = 0.0\n    result + sum(numbers)\n    return result", "Line 3, `result + sum(numbers)`, computes"),
        ("result = 0.0\n    result == sum(numbers)\n    return result", "compares and keeps nothing"),
        ("result = []\n    result.clear\n    return result", "In line 3, `result.clear` is named but not called"),
        ("result = numbers.copy\n    return sum(result)", "A method is named here and not called"),
        ("return numbers.copy", "`copy` is named but not called"),
        (
            "f = lambda: 0\n    f.require_grad = True\n    return f()",
            "Line 3 sets `f.require_grad`, which PyTorch does not know",
        ),
        ("return 2 ^ len(numbers)", "In line 2, `2 ^ len(numbers)`: ^ is no power in Python"),
    ],
)
def test_a_slip_in_the_code_of_failed_work_is_named(grade_text: Grade, lines: str, said: str) -> None:
    """With its line."""
    assert said in said_of(grade_text, f"def total(numbers):\n    {lines}\n")
